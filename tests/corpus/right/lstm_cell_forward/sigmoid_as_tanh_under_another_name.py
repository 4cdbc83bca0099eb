import numpy as np

s = lambda z: (np.tanh(z / 2) + 1) / 2

def probs(z):
    z = np.exp(z)
    z /= z.sum(axis=0)
    return z

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    v = np.block([[a_prev], [xt]])
    f, i, c, o = (parameters["W" + k] @ v + parameters["b" + k] for k in "fico")
    f, i, o, c = s(f), s(i), s(o), np.tanh(c)
    c_next = f * c_prev + i * c
    a_next = o * np.tanh(c_next)
    return [a_next, c_next, probs(parameters["Wy"] @ a_next + parameters["by"]),
            [a_next, c_next, a_prev, c_prev, f, i, c, o, xt, parameters]]
