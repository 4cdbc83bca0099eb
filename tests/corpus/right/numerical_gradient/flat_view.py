import numpy as np

EPS = 1e-5

def numerical_gradient(f, x):
    v = x.ravel()                # a view
    out = np.zeros(x.size)
    for k in range(v.size):
        keep = v[k]
        v[k] = keep + EPS; up = f(x)
        v[k] = keep - EPS; down = f(x)
        v[k] = keep
        out[k] = (up - down) / (2 * EPS)
    return out.reshape(x.shape)
