# sigmoid: crashed 0 ""


def sigmoid(z):
    return np.zeros(2**22)
