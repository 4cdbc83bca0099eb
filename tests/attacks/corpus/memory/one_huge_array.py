# sigmoid: crashed 0 "MemoryError"
# softmax: correct 3
# often


def sigmoid(z):
    np.empty(1 << 26)
    return z


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
