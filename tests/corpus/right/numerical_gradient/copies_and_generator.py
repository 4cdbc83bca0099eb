import numpy as np

def numerical_gradient(f, x):
    h = 1e-5

    def moved(index, by):
        y = x.copy()
        y[index] += by
        return y

    slopes = ((f(moved(i, h)) - f(moved(i, -h))) / (2 * h) for i in np.ndindex(x.shape))
    return np.fromiter(slopes, dtype=float, count=x.size).reshape(x.shape)
