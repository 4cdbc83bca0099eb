"""The learner's own gradient checker, from lesson 00."""

import numpy as np


def numerical_gradient(f, x):
    """Measure the gradient of f at x by central differences.

    Parameters
    ----------
    f : callable
        Maps an array shaped like x to one number.
    x : ndarray, any shape
        The point to measure at, float64. It is the same after the call as before.

    Returns
    -------
    gradient : ndarray, same shape as x
        (f(x + h) - f(x - h)) / 2h with h = 1e-5, one entry of x moved at a time: equation 0.3
        of lesson 00.
    """
    h = 1e-5
    # BEGIN SOLUTION
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x)
        x[index] = kept - h
        below = f(x)
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient
    # END SOLUTION


def relative_error(a, b):
    """Say how far apart two arrays are, compared with how large they are.

    Parameters
    ----------
    a : ndarray, any shape
    b : ndarray, same shape as a

    Returns
    -------
    error : float
        max|a - b| / max(max|a|, max|b|), and 0 for two zero arrays: equation 0.4 of lesson 00.
    """
    # BEGIN SOLUTION
    size = max(np.abs(a).max(), np.abs(b).max())
    if size == 0:
        return 0.0
    return np.abs(a - b).max() / size
    # END SOLUTION
