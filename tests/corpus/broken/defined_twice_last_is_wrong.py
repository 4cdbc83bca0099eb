# expect: wrong, sigmoid
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def sigmoid(z):
    return 1 / (1 + np.exp(z))
