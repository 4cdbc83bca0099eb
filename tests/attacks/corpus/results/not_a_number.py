# sigmoid: wrong 0


def sigmoid(z):
    return np.full(z.shape, np.nan)
