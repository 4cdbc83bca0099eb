# sigmoid: crashed 0 "no answer"
# softmax: crashed 0 "no answer"
# one_hot: crashed 0 "no answer"
"""Ten frames in advance: each is taken for the next exercise, and none is a right answer."""


def one_hot(ids, n):
    for _ in range(10):
        send(answers())


def sigmoid(z):
    e = np.exp(-abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
