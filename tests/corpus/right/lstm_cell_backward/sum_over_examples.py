import numpy as np

def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    (n_x, m), n_a = xt.shape, a_next.shape[0]
    g = {"dxt": np.zeros((n_x, m)), "da_prev": np.zeros((n_a, m)), "dc_prev": np.zeros((n_a, m))}
    for k in "fico":
        g["dW" + k] = np.zeros((n_a, n_a + n_x))
        g["db" + k] = np.zeros((n_a, 1))
    for j in range(m):
        th = np.tanh(c_next[:, j])
        f, i, cc, o = ft[:, j], it[:, j], cct[:, j], ot[:, j]
        dc = dc_next[:, j] + da_next[:, j] * o * (1 - th**2)
        deltas = [dc * c_prev[:, j] * f * (1 - f), dc * cc * i * (1 - i), dc * i * (1 - cc**2), da_next[:, j] * th * o * (1 - o)]
        v = np.concatenate([a_prev[:, j], xt[:, j]])
        g["dc_prev"][:, j] = dc * f
        for k, d in zip("fico", deltas):
            g["dW" + k] += np.outer(d, v)
            g["db" + k][:, 0] += d
            dv = d @ parameters["W" + k]
            g["da_prev"][:, j] += dv[:n_a]
            g["dxt"][:, j] += dv[n_a:]
    return g
