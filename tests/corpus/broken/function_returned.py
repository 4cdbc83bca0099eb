# expect: wrong, relative_error
import numpy as np


def relative_error(a, b):
    def error():
        return np.abs(a - b).max() / np.abs(b).max()

    return error
