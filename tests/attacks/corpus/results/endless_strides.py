# sigmoid: wrong 0
# often
"""An array of a trillion entries that takes eight bytes, until somebody copies it."""


def sigmoid(z):
    return np.lib.stride_tricks.as_strided(np.zeros(1), (10**6, 10**6), (0, 0))
