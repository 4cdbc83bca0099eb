import numpy as np

LIMIT = 500

def sigmoid(z):
    z = np.clip(z, -LIMIT, LIMIT)
    return np.reciprocal(1.0 + np.exp(-z))
