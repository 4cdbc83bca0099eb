import numpy as np

def sigmoid(z):
    return np.piecewise(z, [z < 0, z >= 0], [lambda v: np.exp(v) / (1 + np.exp(v)), lambda v: 1 / (1 + np.exp(-v))])
