import numpy as np

def rnn_cell_forward(xt, a_prev, parameters):
    n_a, m = a_prev.shape
    n_y = parameters["by"].shape[0]
    a_next = np.zeros((n_a, m))
    yt_pred = np.zeros((n_y, m))
    ba = parameters["ba"].flatten()
    by = parameters["by"].flatten()
    for i in range(m):
        a = np.tanh(parameters["Wax"] @ xt[:, i] + parameters["Waa"] @ a_prev[:, i] + ba)
        a_next[:, i] = a
        yt_pred[:, i] = softmax(parameters["Wya"] @ a + by)
    cache = (a_next, a_prev, xt, parameters)
    return a_next, yt_pred, cache
