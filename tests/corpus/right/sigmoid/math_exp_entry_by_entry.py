import math
import numpy as np

def one(v):
    if v < 0:
        return 1 - one(-v)
    return 1 / (1 + math.exp(-v))

def sigmoid(z):
    out = np.zeros(z.shape)
    for idx, v in np.ndenumerate(z):
        out[idx] = one(v)
    return out
