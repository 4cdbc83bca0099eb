import numpy as np

def sigmoid(z):
    np.seterr(all="ignore")
    with np.errstate(over="ignore"):
        s = 1 / (1 + np.exp(-z))
    return s
