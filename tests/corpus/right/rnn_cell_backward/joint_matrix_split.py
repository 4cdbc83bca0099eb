import numpy as np

def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    n_x, n_a = len(xt), len(a_prev)
    dz = (1.0 - a_next ** 2) * da_next
    W = np.concatenate([parameters["Wax"], parameters["Waa"], parameters["ba"]], axis=1)
    v = np.concatenate([xt, a_prev, np.ones((1, xt.shape[1]))], axis=0)
    dW = dz @ v.T
    dv = W.T @ dz
    dWax, dWaa, dba = np.split(dW, [n_x, n_x + n_a], axis=1)
    dxt, da_prev, _ = np.split(dv, [n_x, n_x + n_a])
    return {"dxt": dxt, "da_prev": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}
