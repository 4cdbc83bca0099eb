from functools import reduce

import numpy as np

def lstm_backward(da, caches):
    steps, x = caches
    start = [{"da_prev": np.zeros(da.shape[:2]), "dc_prev": np.zeros(da.shape[:2])}]
    chain = reduce(
        lambda gs, t: gs + [lstm_cell_backward(da[:, :, t] + gs[-1]["da_prev"], gs[-1]["dc_prev"], steps[t])],
        range(da.shape[2] - 1, -1, -1),
        start,
    )[1:]
    gradients = {k: np.sum([g[k] for g in chain], axis=0) for k in chain[0] if k.startswith(("dW", "db"))}
    gradients["dx"] = np.dstack([g["dxt"] for g in reversed(chain)])
    gradients["da0"] = chain[-1]["da_prev"]
    return gradients
