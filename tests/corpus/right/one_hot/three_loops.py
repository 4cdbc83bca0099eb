import numpy as np

def one_hot(ids, n):
    m, T_x = ids.shape
    x = np.zeros((n, m, T_x))
    for k in range(n):
        for i in range(m):
            for t in range(T_x):
                if ids[i, t] == k:
                    x[k, i, t] = 1
    return x
