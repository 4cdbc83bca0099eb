# sigmoid: crashed 0 "SystemExit"
# softmax: correct 3
import sys


def sigmoid(z):
    sys.exit("good bye")


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
