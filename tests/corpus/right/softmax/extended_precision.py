import numpy as np

def softmax(z):
    z = np.asarray(z, dtype=np.longdouble)
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
