import numpy as np

def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.empty((n_a, m, 0))
    y_pred = np.empty((n_y, m, 0))
    caches = []
    a_next = a0
    for piece in np.split(x, T_x, axis=2):
        a_next, yt_pred, cache = rnn_cell_forward(piece.squeeze(axis=2), a_next, parameters)
        a = np.concatenate((a, a_next[:, :, np.newaxis]), axis=2)
        y_pred = np.append(y_pred, yt_pred.reshape(n_y, m, 1), axis=2)
        caches.append(cache)
    return a, y_pred, (caches, x)
