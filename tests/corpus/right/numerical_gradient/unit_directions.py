import numpy as np

def numerical_gradient(f, x):
    h = 1e-5
    directions = np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([(f(x + h * d) - f(x - h * d)) / (2 * h) for d in directions]).reshape(x.shape)
