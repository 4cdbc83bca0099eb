import numpy as np

def softmax(z):
    np.seterr(all="raise")   # find every problem at once
    z = np.maximum(z - z.max(axis=0), -700.0)
    e = np.exp(z)
    return e / e.sum(axis=0)
