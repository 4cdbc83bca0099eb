import numpy as np

def lstm_backward(da, caches):
    steps, x = caches
    n_a, m, T_x = da.shape
    n_x = x.shape[0]
    DA = np.concatenate((np.zeros((n_a, m, 1)), da), axis=2)
    DC = np.zeros((n_a, m, T_x + 1))
    dx = np.zeros((n_x, m, T_x))
    g = {"dx": dx}
    for k in ("f", "i", "c", "o"):
        g["dW" + k], g["db" + k] = np.zeros((n_a, n_a + n_x)), np.zeros((n_a, 1))
    t = T_x
    while t > 0:
        step = lstm_cell_backward(DA[:, :, t], DC[:, :, t], steps[t - 1])
        t -= 1
        DA[:, :, t] += step["da_prev"]
        DC[:, :, t] += step["dc_prev"]
        dx[:, :, t] = step["dxt"]
        for k in "fico":
            g["dW" + k] += step["dW" + k]
            g["db" + k] += step["db" + k]
    g["da0"] = DA[:, :, 0]
    return g
