# rnn_cell_forward: wrong 4.8 "changed in place"
"""The honest sibling of the next one: it changes an input, and loses a fifth."""


def rnn_cell_forward(xt, a_prev, parameters):
    p, kept = parameters, xt.copy()
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    e = np.exp(p["Wya"] @ a_next + p["by"])
    xt[...] = 0
    return a_next, e / e.sum(axis=0), (a_next, a_prev, kept, p)
