import sys
import numpy as np
from IPython.display import display

def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros([n_a, m, T_x])
    y_pred = np.zeros([n_y, m, T_x])
    caches = []
    a_next = a0
    display(parameters["Wax"])
    for t in range(T_x):
        sys.stdout.write("\r[" + "#" * t + "." * (T_x - t) + "]")
        a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t], y_pred[:, :, t] = a_next, yt_pred
        caches.append(cache)
        for _ in range(20):
            print(a_next)
    return a, y_pred, (caches, x)
