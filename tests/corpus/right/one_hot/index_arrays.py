import numpy as np

def one_hot(ids, n):
    m, T_x = ids.shape
    x = np.zeros((n, m, T_x))
    i, t = np.indices(ids.shape)
    x[ids, i, t] = 1.0
    return x
