# expect: wrong, sigmoid
import numpy as np


def sigmoid(z):
    return np.where(z > 0, 1, np.exp(-abs(z))).astype(object) / (1 + np.exp(-abs(z)))
