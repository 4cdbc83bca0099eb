import numpy as np

def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    a_next, a_prev, xt, da = (v.astype("float32") for v in (a_next, a_prev, xt, da_next))
    dz = da * (1 - a_next ** 2)
    return {
        "dxt": parameters["Wax"].astype("float32").T @ dz,
        "da_prev": parameters["Waa"].astype("float32").T @ dz,
        "dWax": dz @ xt.T,
        "dWaa": dz @ a_prev.T,
        "dba": dz.sum(axis=1, keepdims=True),
    }
