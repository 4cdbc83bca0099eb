import numpy as np

def unroll(xs, a_prev, parameters):
    if not xs:
        return [], [], []
    a_next, yt, cache = rnn_cell_forward(xs[0], a_prev, parameters)
    a_rest, y_rest, c_rest = unroll(xs[1:], a_next, parameters)
    return [a_next] + a_rest, [yt] + y_rest, [cache] + c_rest

def rnn_forward(x, a0, parameters):
    a, y, caches = unroll([x[:, :, t] for t in range(x.shape[2])], a0, parameters)
    return np.stack(a, 2), np.stack(y, 2), (caches, x)
