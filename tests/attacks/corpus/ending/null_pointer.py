# sigmoid: crashed 0 "SIGSEGV"
# softmax: correct 3
# often


def sigmoid(z):
    return ctypes.string_at(0)


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
