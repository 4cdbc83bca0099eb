import numpy as np

def sigmoid(z):
    np.seterr(over="raise", invalid="raise", divide="raise", under="ignore")  # to see where it breaks
    e = np.exp(-np.abs(z))
    return np.where(z < 0, e, 1) / (1 + e)
