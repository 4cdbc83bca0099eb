import numpy as np

def augmented(*blocks):
    return np.r_[blocks + (np.ones((1, blocks[0].shape[1])),)]

def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya, ba, by = (parameters[k] for k in ("Wax", "Waa", "Wya", "ba", "by"))
    a_next = np.tanh(np.c_[Wax, Waa, ba] @ augmented(xt, a_prev))
    yt_pred = softmax(np.c_[Wya, by] @ augmented(a_next))
    return (a_next, yt_pred, (a_next, a_prev, xt, parameters))
