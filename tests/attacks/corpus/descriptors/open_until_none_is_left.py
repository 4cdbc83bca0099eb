# sigmoid: crashed 0 "Too many open files"
# softmax: correct 3
# often
KEPT = []


def sigmoid(z):
    while True:
        KEPT.append(os.open("/dev/null", os.O_RDONLY))


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
