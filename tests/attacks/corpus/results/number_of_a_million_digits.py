# sigmoid: wrong 0


def sigmoid(z):
    return 1 << 10_000_000
