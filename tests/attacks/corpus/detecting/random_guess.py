# relative_error: wrong 0


def relative_error(a, b):
    return np.random.default_rng().random()
