# sigmoid: wrong 0


def sigmoid(z):
    deep = [z]
    for _ in range(100_000):
        deep = [deep]
    return deep
