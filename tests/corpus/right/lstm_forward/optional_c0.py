import numpy as np

def lstm_forward(x, a0, parameters, c0=None, *, verbose=0):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    if c0 is None:
        c0 = np.zeros(a0.shape, dtype=a0.dtype)
    state = (a0, c0)
    a = np.empty((n_a, m, T_x)); c = np.empty_like(a); y = np.empty((n_y, m, T_x))
    caches = []
    for t in np.arange(T_x):
        *state, y[..., t], cache = lstm_cell_forward(x[..., t], *state, parameters)
        a[..., t], c[..., t] = state
        caches.append(cache)
        if verbose > 1:
            print(t, state)
    return a, y, c, (caches, x)
