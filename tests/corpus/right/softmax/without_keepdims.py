import numpy as np

def softmax(z):
    # axis 0 goes away, and broadcasting puts it back in front
    e = np.exp(z - z.max(0))
    return e / e.sum(0)
