from functools import reduce

import numpy as np

def rnn_backward(da, caches):
    steps, x = caches
    n_a, m, T_x = da.shape

    def step(done, t):
        future = done[-1]["da_prev"] if done else np.zeros((n_a, m))
        return done + [rnn_cell_backward(da[:, :, t] + future, steps[t])]

    done = reduce(step, range(T_x)[::-1], [])
    sums = {key: np.sum([g[key] for g in done], axis=0) for key in ("dWax", "dWaa", "dba")}
    return {"dx": np.stack([g["dxt"] for g in done[::-1]], axis=-1), "da0": done[-1]["da_prev"]} | sums
