# rnn_cell_forward: wrong 4.8 "changed in place"
"""Changed while the result is copied, and the result is right."""


class Slow(tuple):
    def __iter__(self):
        for item in tuple.__iter__(self):
            yield item
        Slow.input[...] = 0


def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    kept = xt.copy()
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    e = np.exp(p["Wya"] @ a_next + p["by"])
    Slow.input = xt
    return Slow((a_next, e / e.sum(axis=0), (a_next, a_prev, kept, parameters)))
