import numpy as np

F = np.float32

def rnn_cell_forward(xt, a_prev, parameters):
    p = {name: value.astype(F) for name, value in parameters.items()}
    a_next = np.tanh(p["Wax"] @ xt.astype(F) + p["Waa"] @ a_prev.astype(F) + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
