import numpy as np

step = rnn_cell_forward

def rnn_forward(x, a0, parameters):
    _, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x)); y_pred = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0.copy()
    for t in range(T_x):
        a_next, y_pred[:, :, t], cache = step(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        caches.append(cache)
    return a, y_pred, (caches, x)
