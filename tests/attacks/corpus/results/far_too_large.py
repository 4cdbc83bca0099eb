# sigmoid: crashed 0 "far too large"


def sigmoid(z):
    return np.zeros(2**18)
