import numpy as np

def rnn_cell_backward(da_next, cache):
    _, a_prev, xt, p = cache
    z = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"]
    dz = da_next / np.cosh(z) ** 2
    names = "dxt da_prev dWax dWaa dba".split()
    values = p["Wax"].T @ dz, p["Waa"].T @ dz, dz @ xt.T, dz @ a_prev.T, dz.sum(axis=1, keepdims=True)
    return dict(zip(names, values))
