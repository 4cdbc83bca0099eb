# expect: wrong, rnn_cell_forward
# points: 4.8
import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    parameters["W"] = np.hstack((parameters["Waa"], parameters["Wax"]))
    a_next = np.tanh(parameters["W"] @ np.vstack((a_prev, xt)) + parameters["ba"])
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
