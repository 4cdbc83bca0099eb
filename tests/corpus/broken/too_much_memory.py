# expect: crashed, one_hot
# line: 7
import numpy as np


def one_hot(ids, n):
    table = np.ones((10**6, 10**6))
    return table[:n, ids]
