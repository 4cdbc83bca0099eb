import numpy as np

def lstm_cell_backward(da_next, dc_next, cache):
    *_, parameters = cache
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt = cache[:-1]
    n_a, m = a_next.shape
    order = "fico"
    W = np.vstack([parameters["W" + g] for g in order])
    th = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - th * th)
    dG = np.vstack([dc * c_prev * ft * (1 - ft), dc * cct * it * (1 - it), dc * it * (1 - cct * cct), da_next * th * ot * (1 - ot)])
    dW = dG @ np.vstack([a_prev, xt]).T
    db = dG @ np.ones((m, 1))
    dv = W.T @ dG
    out = {"da_prev": dv[:n_a], "dxt": dv[n_a:], "dc_prev": dc * ft}
    for g, w, b in zip(order, np.split(dW, 4), np.split(db, 4)):
        out["dW" + g], out["db" + g] = w, b
    return out
