import numpy as np

def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.full(x.shape, np.nan)
    i = 0
    while i < x.size:
        kept = float(x.flat[i])
        try:
            x.flat[i] = kept + h
            above = float(f(x))
            x.flat[i] = kept - h
            below = float(f(x))
        finally:
            x.flat[i] = kept
        gradient.flat[i] = (above - below) / (h + h)
        print(f"{i}: {gradient.flat[i]:.6f}")
        i += 1
    return gradient
