import numpy as np

def one_hot(ids, n):
    return np.moveaxis(np.eye(n)[ids], -1, 0)
