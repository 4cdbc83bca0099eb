import numpy as np

def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = da_next * (1 - a_next**2)
    dxt = parameters["Wax"].T @ dz
    da_prev = parameters["Waa"].T @ dz
    dWax, dWaa = dz @ xt.T, dz @ a_prev.T
    dba = dz.sum(axis=1, keepdims=True)
    return locals()
