from __future__ import annotations

import numpy as np

GATES = ("f", "i", "c", "o")


def lstm_cell_backward(da_next: np.ndarray, dc_next: np.ndarray, cache: Cache) -> Gradients:
    """See equations 4.1 to 4.9."""
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    tc = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - tc * tc)
    local = (dc * c_prev * ft * (1 - ft), dc * cct * it * (1 - it), dc * it * (1 - cct * cct), da_next * tc * ot * (1 - ot))
    v = np.concatenate((a_prev, xt))
    dv = np.zeros(v.shape)
    gradients = {}
    for g, dz in zip(GATES, local, strict=True):
        gradients[f"dW{g}"] = dz @ v.T
        gradients[f"db{g}"] = dz.sum(axis=1, keepdims=True)
        dv += parameters[f"W{g}"].T @ dz
    return gradients | {"dxt": dv[len(a_prev):], "da_prev": dv[:len(a_prev)], "dc_prev": dc * ft}


def lstm_backward(da: np.ndarray, caches: tuple[list[Cache], np.ndarray]) -> Gradients:
    steps, x = caches
    assert len(steps) == da.shape[2]
    grads = {"da_prev": np.zeros(da.shape[:2]), "dc_prev": np.zeros(da.shape[:2])}
    dx, history = np.zeros(x.shape), []
    for t in range(len(steps) - 1, -1, -1):
        try:
            grads = lstm_cell_backward(da[:, :, t] + grads["da_prev"], grads["dc_prev"], steps[t])
        except ValueError as error:
            raise RuntimeError(f"step {t}") from error
        dx[:, :, t] = grads["dxt"]
        history.append(grads)
    names = [d + g for d in ("dW", "db") for g in GATES]
    return {"dx": dx, "da0": grads["da_prev"]} | {n: sum(g[n] for g in history) for n in names}


Cache = tuple
Gradients = dict[str, np.ndarray]
