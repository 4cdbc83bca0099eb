import numpy as np

def sigmoid(z):
    out = np.empty_like(z)
    pos = z > 0
    neg = ~pos
    out[pos] = 1. / (1. + np.exp(-z[pos]))
    e = np.exp(z[neg])
    out[neg] = e / (1. + e)
    return out
