# sigmoid: crashed 0 "28 opened"
# softmax: correct 3
# often
KEPT = []


def sigmoid(z):
    try:
        while True:
            KEPT.append(os.open("/dev/null", os.O_RDONLY))
    except OSError:
        raise RuntimeError(f"{len(KEPT)} opened") from None


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
