import numpy as np

def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.empty((T_x, n_a, m))
    y_pred = np.empty((T_x, n_y, m))
    steps = []
    a_next = a0
    for xt, a_out, y_out in zip(np.moveaxis(x, 2, 0), a, y_pred):
        a_next, y_out[:], cache = rnn_cell_forward(xt, a_next, parameters)
        a_out[...] = a_next
        steps.append(cache)
    return np.moveaxis(a, 0, 2), y_pred.transpose(1, 2, 0), (steps, x)
