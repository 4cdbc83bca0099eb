# expect: wrong, rnn_cell_forward
import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    a_next = np.full(a_prev.shape, np.nan)
    yt_pred = np.full((len(parameters["by"]), xt.shape[1]), np.inf)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
