# sigmoid: crashed 0 "SIGSEGV"


def sigmoid(z):
    return np.lib.stride_tricks.as_strided(z, (1000,), (1 << 40,))
