import numpy as np

def lstm_cell_backward(da_next, dc_next, cache):
    arrays = [np.float32(v) for v in (da_next, dc_next, *cache[:-1])]
    da, dc, a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt = arrays
    parameters = cache[-1]
    th = np.tanh(c_next)
    dc = dc + da * ot * (1 - th**2)
    d = dict(f=dc * c_prev * ft * (1 - ft), i=dc * cct * it * (1 - it), c=dc * it * (1 - cct**2), o=da * th * ot * (1 - ot))
    v = np.concatenate((a_prev, xt))
    dv = sum(np.float32(parameters["W" + k]).T @ x for k, x in d.items())
    out = {"da_prev": dv[: len(a_prev)], "dxt": dv[len(a_prev) :], "dc_prev": dc * ft}
    out.update({"dW" + k: x @ v.T for k, x in d.items()})
    out.update({"db" + k: x.sum(axis=1, keepdims=True) for k, x in d.items()})
    return out
