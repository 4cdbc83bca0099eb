import numpy as np

cell_back = lstm_cell_backward

class Backward:
    def __init__(self, n_a, m):
        self.da = np.zeros((n_a, m))
        self.dc = np.zeros((n_a, m))
        self.sums = {}
        self.dx = []

    def __call__(self, da, cache):
        g = cell_back(da + self.da, self.dc, cache)
        print({k: np.linalg.norm(v) for k, v in g.items()})
        self.da, self.dc = g.pop("da_prev"), g.pop("dc_prev")
        self.dx = [g.pop("dxt")] + self.dx
        for k, v in g.items():
            self.sums[k] = self.sums.setdefault(k, np.zeros(v.shape)) + v
        return self

def lstm_backward(da, caches):
    steps, x = caches
    n_a, m, T_x = da.shape
    back = Backward(n_a, m)
    for t in range(-1, -T_x - 1, -1):
        back(da[:, :, t], steps[t])
    return {"dx": np.stack(back.dx, -1), "da0": back.da} | back.sums
