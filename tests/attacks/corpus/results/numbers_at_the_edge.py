# sigmoid: wrong 0


def sigmoid(z):
    return np.where(z > 0, 1.7e308, -1.7e308)
