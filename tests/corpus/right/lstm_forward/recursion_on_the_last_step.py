import numpy as np

def lstm_forward(x, a0, parameters):
    def upto(t):
        """Everything up to step t."""
        if t < 0:
            return [(a0, np.zeros_like(a0), None, None)]
        past = upto(t - 1)
        a, c, *_ = past[-1]
        return past + [lstm_cell_forward(x[:, :, t], a, c, parameters)]

    results = upto(x.shape[2] - 1)[1:]
    a, c, y, caches = map(list, zip(*results))
    return np.dstack(a), np.dstack(y), np.dstack(c), (caches, x)
