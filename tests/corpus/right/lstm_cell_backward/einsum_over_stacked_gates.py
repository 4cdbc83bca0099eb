import numpy as np

def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    th = np.tanh(c_next)
    dc = dc_next + np.einsum("am,am,am->am", da_next, ot, 1 - th**2)
    upstream = np.stack([dc * c_prev, dc * cct, dc * it, da_next * th])
    slopes = np.stack([ft * (1 - ft), it * (1 - it), 1 - cct**2, ot * (1 - ot)])
    D = upstream * slopes
    v = np.concatenate([a_prev, xt])
    W = np.stack([parameters[k] for k in ("Wf", "Wi", "Wc", "Wo")])
    dW = np.einsum("gam,vm->gav", D, v)
    db = np.einsum("gam->ga", D)[..., None]
    dv = np.einsum("gav,gam->vm", W, D)
    dxt, da_prev = dv[-len(xt):], dv[:-len(xt)]
    return {"dxt": dxt, "da_prev": da_prev, "dc_prev": dc * ft,
            **{"dW" + g: w for g, w in zip("fico", dW)}, **{"db" + g: b for g, b in zip("fico", db)}}
