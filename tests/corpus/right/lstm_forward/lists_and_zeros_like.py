import numpy as np

def lstm_forward(x, a0, parameters):
    out_a, out_c, out_y, caches = [], [], [], []
    a_next = a0
    c_next = np.zeros_like(a0)
    for xt in np.moveaxis(x, 2, 0):
        a_next, c_next, yt, cache = lstm_cell_forward(xt, a_next, c_next, parameters)
        out_a.append(a_next)
        out_c.append(c_next)
        out_y.append(yt)
        caches.append(cache)
    a, y, c = (np.stack(v, axis=-1) for v in (out_a, out_y, out_c))
    return a, y, c, (caches, x)
