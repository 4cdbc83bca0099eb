import numpy as np

def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    A = np.zeros((n_a, m, T_x + 1), order="F")
    A[:, :, 0] = a0
    y_pred = np.zeros((n_y, m, T_x), order="F")
    caches = [None] * T_x
    for t in range(1, T_x + 1):
        A[:, :, t], y_pred[:, :, t - 1], caches[t - 1] = rnn_cell_forward(x[:, :, t - 1], A[:, :, t - 1], parameters)
    return A[:, :, 1:], y_pred, (caches, x)
