# expect: wrong, one_hot
import numpy as np


def one_hot(ids, n):
    return (np.arange(n)[:, None, None] == ids).astype(int).astype(str)
