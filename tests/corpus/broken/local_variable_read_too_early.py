# expect: crashed, rnn_backward
# line: 9
import numpy as np


def rnn_backward(da, caches):
    steps, x = caches
    for t in reversed(range(da.shape[2])):
        g = rnn_cell_backward(da[:, :, t] + da_prevt, steps[t])
        da_prevt = g["da_prev"]
    return g
