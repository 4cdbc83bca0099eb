# expect: wrong, rnn_backward
# points: 9.6
import numpy as np


def rnn_backward(da, caches):
    steps, x = caches
    out = {"dx": np.zeros(x.shape), "dWax": 0, "dWaa": 0, "dba": 0}
    for t in range(len(steps) - 1, -1, -1):
        g = rnn_cell_backward(da[:, :, t], steps[t])
        if t > 0:
            da[:, :, t - 1] += g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in ("dWax", "dWaa", "dba"):
            out[k] = out[k] + g[k]
    out["da0"] = g["da_prev"]
    return out
