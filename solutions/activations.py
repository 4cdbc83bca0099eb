"""Tools of lesson 00 that the later lessons build on: one-hot vectors, sigmoid, softmax."""

import numpy as np


def one_hot(ids, n):
    """Turn integer ids into one-hot columns.

    Parameters
    ----------
    ids : ndarray, shape (m, T_x)
        Integers from 0 to n - 1: entry (i, t) is the symbol that example i shows at step t.
    n : int
        Number of different symbols.

    Returns
    -------
    x : ndarray, shape (n, m, T_x)
        x[k, i, t] is 1 where ids[i, t] == k, else 0.
    """
    # BEGIN SOLUTION
    symbols = np.arange(n).reshape(n, 1, 1)
    return (symbols == ids).astype(float)
    # END SOLUTION


def sigmoid(z):
    """Squash every entry of z into the interval from 0 to 1, without ever overflowing.

    Parameters
    ----------
    z : ndarray, any shape
        Numbers of any size; ±800 must not cause a warning.

    Returns
    -------
    s : ndarray, same shape as z
        1 / (1 + exp(-z)), equation 0.1 of lesson 00.
    """
    # BEGIN SOLUTION
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)
    # END SOLUTION


def softmax(z):
    """Turn every column of scores into probabilities.

    Parameters
    ----------
    z : ndarray, any shape
        Scores; axis 0 runs over the classes, all other axes over examples and steps.

    Returns
    -------
    p : ndarray, same shape as z
        exp(z) / Σ exp(z), the sum over axis 0: equation 0.2 of lesson 00.
    """
    # BEGIN SOLUTION
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)
    # END SOLUTION
