import numpy as np

def rnn_backward(da, caches):
    steps, x = caches
    n_a, m, T_x = da.shape
    total = {}
    dxs = [None] * T_x
    carried = np.zeros((n_a, m))
    t = T_x
    while t:
        t -= 1
        now = rnn_cell_backward(da[:, :, t] + carried, steps[t])
        dxs[t] = now.pop("dxt")
        carried = now.pop("da_prev")
        for key, value in now.items():
            total[key] = total[key] + value if key in total else value
    total["dx"] = np.stack(dxs, axis=2)
    total["da0"] = carried
    total["da_prevt"] = carried
    total["T_x"] = T_x
    return total
