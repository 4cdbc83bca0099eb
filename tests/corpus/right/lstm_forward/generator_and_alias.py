import numpy as np

one_step = lstm_cell_forward

def run(x, a, c, p):
    t = 0
    while t < x.shape[2]:
        a, c, y, cache = one_step(x[:, :, t], a, c, p)
        yield (a, y, c, cache)
        t = t + 1

def lstm_forward(x, a0, parameters):
    a, y, c, caches = zip(*run(x, a0, np.zeros(a0.shape), parameters))
    return tuple(np.stack(v, axis=2) for v in (a, y, c)) + ((caches, x),)
