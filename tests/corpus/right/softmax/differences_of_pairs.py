import numpy as np

def softmax(z):
    # p_k = 1 / sum_j exp(z_j - z_k); exp may become inf, 1/inf is 0
    diff = z[np.newaxis] - z[:, np.newaxis]
    return 1 / np.exp(diff).sum(axis=1)
