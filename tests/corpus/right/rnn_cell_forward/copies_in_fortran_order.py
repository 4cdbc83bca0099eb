import copy

import numpy as np

def rnn_cell_forward(xt, a_prev, parameters):
    parameters = copy.deepcopy(parameters)
    xt = np.asfortranarray(xt)
    a_prev = np.array(a_prev, order="F")
    a_next = np.asfortranarray(np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]))
    yt_pred = np.asfortranarray(softmax(parameters["Wya"] @ a_next + parameters["by"]))
    parameters["note"] = "these are copies"
    return a_next, yt_pred, (a_next.copy(), a_prev, xt, parameters)
