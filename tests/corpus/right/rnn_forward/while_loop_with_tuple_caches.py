import numpy as np

def rnn_forward(x, a0, parameters):
    T_x = np.shape(x)[2]
    t = 0
    caches = ()
    while t < T_x:
        if t == 0:
            a_next, yt, cache = rnn_cell_forward(x[:, :, 0], a0, parameters)
            a = np.zeros(a_next.shape + (T_x,))
            y_pred = np.zeros(yt.shape + (T_x,))
        else:
            a_next, yt, cache = rnn_cell_forward(x[:, :, t], a[:, :, t - 1], parameters)
        a[:, :, t] = a_next
        y_pred[:, :, t] = yt
        caches = caches + (cache,)
        t += 1
    return a, y_pred, (caches, x)
