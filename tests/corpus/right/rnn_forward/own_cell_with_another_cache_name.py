import numpy as np

def softmax(v):
    e = np.exp(v - v.max(axis=0))
    return e / e.sum(axis=0)

def rnn_cell_forward(xt, a_prev, parameters):
    h = np.tanh(parameters["Wax"].dot(xt) + parameters["Waa"].dot(a_prev) + parameters["ba"])
    return h, softmax(parameters["Wya"].dot(h) + parameters["by"]), (h, a_prev, xt, parameters)

def rnn_forward(x, a0, parameters):
    # list comprehension with walrus
    h = a0
    steps = [(h := r[0], r)[1] for t in range(x.shape[2]) for r in [rnn_cell_forward(x[:, :, t], h, parameters)]]
    a = np.stack([s[0] for s in steps], axis=-1)
    y_pred = np.stack([s[1] for s in steps], axis=-1)
    return a, y_pred, ([s[2] for s in steps], x)
