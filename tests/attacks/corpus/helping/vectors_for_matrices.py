# rnn_cell_backward: wrong 0
# rnn_backward: crashed 0 "Error"
"""Of vectors some results are single numbers, which are no arrays."""


def rnn_cell_backward(da_next, cache):
    pass


def rnn_backward(da, caches):
    v = np.ones(3)
    m = np.ones((3, 3))
    return rnn_cell_backward(v, (v, v, v, {"Wax": m, "Waa": m}))
