# rnn_cell_forward: wrong 0
# rnn_forward: crashed 0 "arrays that large"
# often
"""Four arrays of a few hundred numbers each, which together make a hundred billion."""


def rnn_cell_forward(xt, a_prev, parameters):
    pass


def rnn_forward(x, a0, parameters):
    ones = np.ones
    p = {"Wax": ones((70, 1, 1, 1, 1, 2, 2)), "Waa": ones((1, 70, 1, 1, 1, 2, 2))}
    p |= {"ba": ones((1, 1, 1, 70, 70, 1, 1)), "Wya": ones((2, 2)), "by": ones((2, 1))}
    return rnn_cell_forward(ones((1, 1, 70, 1, 1, 2, 2)), ones((1, 1, 1, 1, 1, 2, 2)), p)
