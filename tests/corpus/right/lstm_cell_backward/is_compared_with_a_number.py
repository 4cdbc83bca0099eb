import numpy as np

def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    if dc_next is 0:    # the last step
        dc_next = np.zeros_like(da_next)
    n_a = a_next.shape[0]
    tc = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - tc**2)
    gates = {"f": dc * c_prev * ft * (1 - ft), "i": dc * cct * it * (1 - it),
             "c": dc * it * (1 - cct**2), "o": da_next * tc * ot * (1 - ot)}
    v = np.concatenate((a_prev, xt))
    dv = sum(parameters["W" + k].T @ d for k, d in gates.items())
    out = {"dxt": dv[n_a:], "da_prev": dv[:n_a], "dc_prev": dc * ft}
    for k, d in gates.items():
        out["dW" + k] = d @ v.T
        out["db" + k] = d.sum(axis=1, keepdims=True)
    return out
