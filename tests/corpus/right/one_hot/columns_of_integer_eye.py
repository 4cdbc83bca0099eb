import numpy as np

def one_hot(ids, n):
    x = np.eye(n, dtype=int)[:, ids]
    return x
