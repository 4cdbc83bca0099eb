# expect: wrong, relative_error
import numpy as np


def relative_error(a, b):
    size = max(np.abs(a).max(), np.abs(b).max())
    return np.array([np.abs(a - b).max() / size if size else 0.0])
