# expect: wrong, rnn_backward
# points: 9.6
import numpy as np


def rnn_backward(da, caches):
    steps, x = caches
    out = {"dx": np.zeros(x.shape), "da0": 0, "dWax": 0, "dWaa": 0, "dba": 0}
    while steps:
        cache = steps.pop()
        g = rnn_cell_backward(da[:, :, len(steps)] + out["da0"], cache)
        out["da0"], out["dx"][:, :, len(steps)] = g["da_prev"], g["dxt"]
        for k in ("dWax", "dWaa", "dba"):
            out[k] = out[k] + g[k]
    return out
