import numpy as np

def numerical_gradient(f, x):
    h = 1e-5
    g = np.empty(x.shape)
    for i in np.ndindex(*x.shape):
        x[i] += h
        plus = f(x)
        x[i] -= 2 * h
        minus = f(x)
        x[i] += h
        g[i] = (plus - minus) / 2 / h
    return g
