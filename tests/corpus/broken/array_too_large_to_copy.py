# expect: wrong, one_hot
import numpy as np


def one_hot(ids, n):
    return np.broadcast_to(1.0, (10**6, 10**6, n))
