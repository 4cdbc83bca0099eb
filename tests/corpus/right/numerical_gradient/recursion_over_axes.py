import numpy as np

def _fill(f, x, grad, view, h):
    if view.ndim == 1:
        for k in range(len(view)):
            old = view[k]
            view[k] = old + h
            hi = f(x)
            view[k] = old - h
            lo = f(x)
            view[k] = old
            grad[k] = (hi - lo) / (2 * h)
    else:
        for sub, g in zip(view, grad):
            _fill(f, x, g, sub, h)

def numerical_gradient(f, x):
    grad = np.zeros(x.shape)
    _fill(f, x, grad, x, 1e-5)
    return grad
