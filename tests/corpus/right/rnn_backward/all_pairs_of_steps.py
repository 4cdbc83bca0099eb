import numpy as np

def rnn_backward(da, caches):
    # dL/da_s of every step s, carried to every earlier step t on its own
    steps, x = caches
    p = steps[0][3]
    n_a, m, T_x = da.shape
    g = {"dx": np.zeros(x.shape), "da0": np.zeros((n_a, m)), "dWax": 0 * p["Wax"], "dWaa": 0 * p["Waa"], "dba": 0 * p["ba"]}
    for s in range(T_x):
        d = da[:, :, s]
        for t in range(s, -1, -1):
            a_next, a_prev, xt, _ = steps[t]
            dz = d * (1 - a_next * a_next)
            g["dx"][:, :, t] += p["Wax"].T @ dz
            g["dWax"] += dz @ xt.T
            g["dWaa"] += dz @ a_prev.T
            g["dba"] += dz.sum(1, keepdims=True)
            d = p["Waa"].T @ dz
        g["da0"] += d
    return g
