import numpy as np

ACTIVATIONS = {}
ACTIVATIONS["f"] = ACTIVATIONS["i"] = ACTIVATIONS["o"] = sigmoid
ACTIVATIONS["c"] = np.tanh


def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    v = np.concatenate((a_prev, xt))
    g = {k: ACTIVATIONS[k](parameters["W" + k] @ v + parameters["b" + k]) for k in "fico"}
    c_next = g["f"] * c_prev + g["i"] * g["c"]
    a_next = g["o"] * np.tanh(c_next)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, *g.values(), xt, parameters)
