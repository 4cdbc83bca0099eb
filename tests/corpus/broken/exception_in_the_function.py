# expect: crashed, rnn_cell_forward
# line: 8
import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    # the two factors are the wrong way round
    a_next = np.tanh(xt @ parameters["Wax"] + parameters["Waa"] @ a_prev + parameters["ba"])
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
