# expect: missing, softmax
import numpy as np


def softmax(z, axis=AXIS):
    e = np.exp(z - z.max(axis=axis))
    return e / e.sum(axis=axis)
