# expect: timeout, sigmoid
import itertools

import numpy as np

GAIN = sum(1 for _ in itertools.count())


def sigmoid(z):
    return GAIN / (1 + np.exp(-z))
