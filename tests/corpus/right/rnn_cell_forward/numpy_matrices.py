import numpy as np

def rnn_cell_forward(xt, a_prev, parameters):
    M = {k: np.asmatrix(v) for k, v in parameters.items()}
    x, a = np.asmatrix(xt), np.asmatrix(a_prev)
    a_next = np.tanh(M["Wax"] * x + M["Waa"] * a + M["ba"])
    e = np.exp(M["Wya"] * a_next + M["by"])
    yt_pred = e / e.sum(axis=0)
    return a_next, yt_pred, (a_next, a, x, M)
