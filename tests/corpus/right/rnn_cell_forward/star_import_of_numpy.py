from numpy import *

def rnn_cell_forward(xt, a_prev, parameters):
    (Wax, Waa, Wya, ba, by) = [parameters[n] for n in 'Wax Waa Wya ba by'.split()]
    a_next = tanh(dot(Wax, xt) + dot(Waa, a_prev) + ba)
    scores = dot(Wya, a_next) + by
    scores = exp(scores - max(scores, axis=0))
    yt_pred = scores / sum(scores, axis=0)
    cache = (a_next, a_prev, xt, parameters)
    return a_next, yt_pred, cache
