from collections import defaultdict

import numpy as np

def rnn_backward(da, caches):
    steps, x = caches
    gradients = defaultdict(float)
    da_next = np.zeros(da.shape[:2])
    dx = []
    for t, cache in reversed(list(enumerate(steps))):
        g = rnn_cell_backward(da_next + da[:, :, t], cache)
        for name in ("dWax", "dWaa", "dba"):
            gradients[name] += g[name]
        da_next = g["da_prev"]
        dx.insert(0, g["dxt"])
    gradients["da0"] = da_next
    gradients["dx"] = np.dstack(dx)
    return gradients
