# expect: crashed, rnn_forward
# line: 12
import numpy as np


def rnn_forward(x, a0, parameters):
    """Starts again from the first step for every step."""
    a, y, steps = [], [], []
    for t in range(x.shape[2]):
        state = a0
        for s in range(5 * (t + 1)):
            state, yt, cache = rnn_cell_forward(x[:, :, min(s, t)], state, parameters)
        a.append(state), y.append(yt), steps.append(cache)
    return np.dstack(a), np.dstack(y), (steps, x)
