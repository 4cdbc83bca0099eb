import numpy as np

def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x), np.float32)
    c = np.zeros((n_a, m, T_x), np.float32)
    y = np.zeros((n_y, m, T_x), np.float32)
    caches = []
    a_next, c_next = a0, np.zeros((n_a, m), np.float32)
    for t in range(T_x):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a[:, :, t] = a_next
        y[:, :, t] = yt
        c[:, :, t] = c_next
        caches.append(cache)
    return a, y, c, (caches, x)
