# expect: wrong, softmax
# points: 2.4
import numpy as np


def softmax(z):
    z -= z.max(axis=0)
    np.exp(z, out=z)
    z /= z.sum(axis=0)
    return z.copy()
