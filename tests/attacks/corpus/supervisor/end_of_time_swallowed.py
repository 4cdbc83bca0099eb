# sigmoid: timeout 0 "endless loop"
# softmax: correct 3
# seconds: 0.3
# often


def sigmoid(z):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
