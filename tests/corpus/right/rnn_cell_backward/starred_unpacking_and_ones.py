import numpy as np

def rnn_cell_backward(da_next, cache):
    a_next, a_prev, *rest = cache
    *_, xt, parameters = rest
    m = da_next.shape[1]
    delta = (1 - a_next) * (1 + a_next) * da_next
    return dict(
        dxt=(delta.T @ parameters["Wax"]).T,
        da_prev=(delta.T @ parameters["Waa"]).T,
        dWax=(xt @ delta.T).T,
        dWaa=(a_prev @ delta.T).T,
        dba=delta @ np.ones((m, 1)),
    )
