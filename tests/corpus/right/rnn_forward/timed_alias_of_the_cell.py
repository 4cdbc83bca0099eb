import time

import numpy as np

def timed(function):
    spent = 0.0

    def wrapper(*args):
        nonlocal spent
        start = time.time()
        try:
            return function(*args)
        finally:
            spent += time.time() - start
            print(f"{function.__name__}: {spent:.6f} s so far")

    return wrapper

cell = timed(rnn_cell_forward)

def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    for t in range(T_x):
        a_next, yt_pred, cache = cell(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y_pred[:, :, t] = yt_pred
        caches.append(cache)
    return a, y_pred, (caches, x)
