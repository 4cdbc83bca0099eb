import numpy as np

def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    A = np.zeros((n_a, m, T_x + 1))
    C = np.zeros((n_a, m, T_x + 1))
    A[:, :, 0] = a0
    y = np.zeros((n_y, m, T_x))
    caches = []
    for t in range(T_x):
        A[:, :, t + 1], C[:, :, t + 1], y[:, :, t], cache = lstm_cell_forward(
            x[:, :, t], A[:, :, t].copy(), C[:, :, t].copy(), parameters
        )
        caches.append(cache)
    return A[:, :, 1:], y, C[:, :, 1:], (caches, x)
