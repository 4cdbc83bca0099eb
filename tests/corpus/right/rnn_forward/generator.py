import numpy as np

def walk(x, a, parameters):
    for t in range(x.shape[-1]):
        a, y, cache = rnn_cell_forward(x[..., t], a, parameters)
        yield a, y, cache

def rnn_forward(x, a0, parameters):
    a, y_pred, caches = zip(*walk(x, a0, parameters))
    return np.stack(a, axis=-1), np.stack(y_pred, axis=-1), (caches, x)
