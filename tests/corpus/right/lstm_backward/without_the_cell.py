import numpy as np

def lstm_backward(da, caches):
    steps, x = caches
    p = steps[0][-1]
    n_a, m, T_x = da.shape
    W = np.concatenate([p["Wf"], p["Wi"], p["Wc"], p["Wo"]])
    dW, db = np.zeros(W.shape), np.zeros((4 * n_a, 1))
    dx = np.zeros_like(x)
    da_next, dc_next = np.zeros((n_a, m)), np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        _, c, a_prev, c_prev, f, i, cc, o, xt, _ = steps[t]
        d = da[:, :, t] + da_next
        th = np.tanh(c)
        dc = dc_next + d * o * (1 - th**2)
        dz = np.concatenate([dc * c_prev * f * (1 - f), dc * cc * i * (1 - i), dc * i * (1 - cc**2), d * th * o * (1 - o)])
        v = np.concatenate([a_prev, xt])
        dW += dz @ v.T
        db += dz.sum(axis=1, keepdims=True)
        dv = W.T @ dz
        da_next, dx[:, :, t] = dv[:n_a], dv[n_a:]
        dc_next = dc * f
    g = {"dx": dx, "da0": da_next}
    for k, gate in enumerate("fico"):
        rows = slice(k * n_a, (k + 1) * n_a)
        g["dW" + gate], g["db" + gate] = dW[rows], db[rows]
    return g
