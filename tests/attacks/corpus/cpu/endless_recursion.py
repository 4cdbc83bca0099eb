# sigmoid: crashed 0 "RecursionError"


def sigmoid(z):
    return sigmoid(z)
