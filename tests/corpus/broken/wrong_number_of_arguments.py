# expect: crashed, rnn_cell_forward
import numpy as np


def rnn_cell_forward(xt, parameters):
    return np.tanh(parameters["Wax"] @ xt), None, None
