import numpy as np

def lstm_backward(da, caches):
    steps, x = caches
    n_a, m, T_x = da.shape
    n_x = x.shape[0]
    kind = dict(dtype=np.float32)
    out = {"dx": np.zeros((n_x, m, T_x), **kind)}
    for g in "fico":
        out["dW" + g] = np.zeros((n_a, n_a + n_x), **kind)
        out["db" + g] = np.zeros((n_a, 1), **kind)
    da_prevt, dc_prevt = np.zeros((n_a, m), **kind), np.zeros((n_a, m), **kind)
    for t in reversed(range(T_x)):
        grads = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, steps[t])
        da_prevt = grads["da_prev"]
        dc_prevt = grads["dc_prev"]
        out["dx"][:, :, t] = grads["dxt"]
        for name in out:
            if name != "dx":
                out[name] += grads[name].astype(np.float32)
    out["da0"] = da_prevt
    return out
