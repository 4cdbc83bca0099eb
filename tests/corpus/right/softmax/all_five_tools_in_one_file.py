"""My answers to notebook 00."""
import numpy as np

np.random.seed(1)


def one_hot(ids, n):
    x = np.zeros((n,) + ids.shape)
    for (i, t), k in np.ndenumerate(ids):
        x[k, i, t] = 1
    return x


def sigmoid(z):
    """1 / (1 + e^-z)"""
    return np.where(z > 0, 1, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))


def softmax(z):
    z = z - np.max(z, axis=0)
    return np.exp(z) / np.sum(np.exp(z), axis=0)


def numerical_gradient(f, x):
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = 1e-5
        gradient[i] = (f(x + step) - f(x - step)) / 2e-5
    return gradient


def relative_error(a, b):
    largest = max(np.abs(a).max(), np.abs(b).max())
    return 0.0 if largest == 0 else np.abs(a - b).max() / largest


z = np.random.randn(3, 2)
print(softmax(z))
assert relative_error(numerical_gradient(lambda v: (v ** 2).sum(), z), 2 * z) < 1e-7
