# expect: crashed, softmax
# line: 7
import numpy as np


def softmax(z):
    exit()
    return np.exp(z)
