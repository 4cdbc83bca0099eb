from collections import OrderedDict

import numpy as np

def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    th = a_next / ot
    dot_out = da_next * th * ot * (1 - ot)
    dc = dc_next + da_next * (ot - a_next * th)
    dft, dit, dcct = dc * c_prev * ft * (1 - ft), dc * cct * it * (1 - it), dc * it * (1 - cct) * (1 + cct)
    concat = np.vstack((a_prev, xt))
    gradients = OrderedDict()
    gradients["dxt"] = None
    gradients["da_prev"] = None
    gradients["dc_prev"] = dc * ft
    total = np.zeros_like(concat)
    for key, d in (("f", dft), ("i", dit), ("c", dcct), ("o", dot_out)):
        gradients["dW" + key] = (concat @ d.T).T
        gradients["db" + key] = d.sum(axis=1, keepdims=True)
        total += parameters["W" + key].T @ d
    gradients["da_prev"], gradients["dxt"] = total[: len(a_prev)], total[len(a_prev) :]
    gradients["dc"] = dc
    return gradients
