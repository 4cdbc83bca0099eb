# expect: crashed, rnn_forward
# line: 15
import numpy as np


def rnn_cell_forward(xt, a_prev, parameters, step=0):
    a_next = np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"])
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)


def rnn_forward(x, a0, parameters):
    a, y, steps = [a0], [], []
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a[-1], parameters, step=t)
        a.append(a_next), y.append(yt), steps.append(cache)
    return np.dstack(a[1:]), np.dstack(y), (steps, x)
