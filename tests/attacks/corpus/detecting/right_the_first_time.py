# sigmoid: wrong 0
"""The first call would pass; there are more."""
COUNT = [0]


def sigmoid(z):
    COUNT[0] += 1
    e = np.exp(-abs(z))
    return np.where(z >= 0, 1, e) / (1 + e) if COUNT[0] == 1 else z
