# expect: wrong, lstm_forward
# points: 4.5
import numpy as np


def lstm_forward(x, a0, parameters):
    a, y, c, steps = [a0], [], [np.zeros((len(a0), 1))], []
    for t in range(x.shape[2]):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a[-1], c[-1], parameters)
        a.append(a_next), y.append(yt), c.append(c_next), steps.append(cache)
    return np.dstack(a[1:]), np.dstack(y), np.dstack(c[1:]), (steps, x)
