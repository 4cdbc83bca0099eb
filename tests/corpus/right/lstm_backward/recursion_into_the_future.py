import numpy as np

def lstm_backward(da, caches):
    steps, x = caches
    n_a, m, T_x = da.shape

    def future(t):
        """Gradients of all that happens at step t and later, as (carried a, carried c, sums, dx)."""
        if t == T_x:
            return np.zeros((n_a, m)), np.zeros((n_a, m)), {}, []
        a, c, sums, dx = future(t + 1)
        g = lstm_cell_backward(da[:, :, t] + a, c, steps[t])
        sums = {k: g[k] + sums.get(k, 0) for k in g if k[1] in "Wb"}
        return g["da_prev"], g["dc_prev"], sums, [g["dxt"], *dx]

    da0, _, sums, dx = future(0)
    return {"dx": np.stack(dx, axis=2), "da0": da0, **sums}
