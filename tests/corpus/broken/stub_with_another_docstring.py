# expect: not_started, lstm_forward
import numpy as np


def lstm_forward(x, a0, parameters):
    """TODO after the holidays"""
    # first the sizes
    _, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape

    ...  # YOUR CODE HERE, soon
