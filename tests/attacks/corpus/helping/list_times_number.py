# rnn_cell_backward: wrong 0
# rnn_backward: crashed 0 "Error"
"""A tuple times a whole number would be that many tuples, outside: here some ten billion.

1 - a² wraps round to a large positive number where a is a whole number of 64 bits.
"""


def rnn_cell_backward(da_next, cache):
    pass


def rnn_backward(da, caches):
    a = np.array(3037000500)
    one = np.ones((1, 1))
    parameters = {"Wax": one, "Waa": one}
    return rnn_cell_backward((1.0,), (a, one, one, parameters))
