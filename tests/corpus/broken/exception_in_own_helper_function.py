# expect: crashed, lstm_cell_forward
# line: 7
import numpy as np


def gate(p, letter, v):
    return sigmoid(p["W_" + letter] @ v + p["b" + letter])


def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    v = np.concatenate((a_prev, xt))
    ft, it, ot = (gate(parameters, letter, v) for letter in "fio")
    cct = np.tanh(parameters["Wc"] @ v + parameters["bc"])
    c_next = ft * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
