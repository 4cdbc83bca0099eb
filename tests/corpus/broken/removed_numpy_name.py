# expect: crashed, one_hot
# line: 7
import numpy as np


def one_hot(ids, n):
    return np.moveaxis(np.eye(n, dtype=np.float)[ids], 2, 0)
