from rnn_utils import *
import numpy as np
import pandas_that_is_not_installed as pd
try:
    import cupy_that_is_not_installed as xp
except ImportError:
    xp = np

def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = xp.tanh(xp.dot(p["Wax"], xt) + xp.dot(p["Waa"], a_prev) + p["ba"])
    return a_next, softmax(xp.dot(p["Wya"], a_next) + p["by"]), (a_next, a_prev, xt, p)
