import numpy as np

def softmax(z):
    flat = z.reshape(z.shape[0], -1)
    p = np.zeros_like(flat)
    for j in range(flat.shape[1]):
        col = flat[:, j]
        e = np.exp(col - max(col))
        p[:, j] = e / sum(e)
    return p.reshape(z.shape)
