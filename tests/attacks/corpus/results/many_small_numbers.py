# sigmoid: crashed 0 "too many numbers"
"""Seven million bytes would become fifty-six million outside."""


def sigmoid(z):
    return np.zeros(900_000, np.int8)
