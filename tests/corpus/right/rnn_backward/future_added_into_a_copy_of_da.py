import numpy as np

def rnn_backward(da, caches):
    steps, x = caches
    n_a, m, T_x = da.shape
    n_x = x.shape[0]
    full = np.concatenate((np.zeros((n_a, m, 1)), da), axis=2)   # slot 0 is for a0
    dx = np.zeros((n_x, m, T_x), order="F")
    sums = [np.zeros((n_a, n_x)), np.zeros((n_a, n_a)), np.zeros((n_a, 1))]
    for t in range(T_x, 0, -1):
        g = rnn_cell_backward(full[:, :, t], steps[t - 1])
        full[:, :, t - 1] += g["da_prev"]
        dx[:, :, t - 1] = g["dxt"]
        sums[0] += g["dWax"]; sums[1] += g["dWaa"]; sums[2] += g["dba"]
    return {"dx": dx, "da0": full[:, :, 0], "dWax": sums[0], "dWaa": sums[1], "dba": sums[2]}
