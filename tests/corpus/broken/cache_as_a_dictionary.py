# expect: wrong, rnn_cell_forward
# points: 5
import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    a_next = np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"])
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    return a_next, yt_pred, dict(a_next=a_next, a_prev=a_prev, xt=xt, parameters=parameters)
