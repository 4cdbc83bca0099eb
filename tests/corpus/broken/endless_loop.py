# expect: timeout, rnn_forward
import numpy as np


def rnn_forward(x, a0, parameters):
    t = 0
    a_next = a0
    caches = []
    while t < x.shape[2]:
        a_next, yt_pred, cache = np.tanh(a_next), None, None
    return a_next, yt_pred, (caches, x)
