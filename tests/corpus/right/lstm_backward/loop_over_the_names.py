import numpy as np

NAMES = [d + g for d in ("dW", "db") for g in "fico"]

def lstm_backward(da, caches, dc_T=None):
    steps, x = caches
    n_a, m, T_x = da.shape
    out = dict.fromkeys(NAMES, 0.0)
    da_prevt = np.zeros((n_a, m))
    dc_prevt = np.zeros((n_a, m)) if dc_T is None else dc_T
    out["dx"] = np.zeros((x.shape[0], m, T_x))
    for t in range(T_x - 1, -1, -1):
        g = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, steps[t])
        da_prevt, dc_prevt, out["dx"][:, :, t] = g["da_prev"], g["dc_prev"], g["dxt"]
        for name in NAMES:
            out[name] = out[name] + g[name]
    out["da0"] = da_prevt
    out["dc0"] = dc_prevt
    return out
