import numpy as np

def sigmoid(z):
    # np.where computes both sides, so this warns at 800, but picks the good one
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
