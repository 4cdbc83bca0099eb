# sigmoid: crashed 0 "died"
# softmax: correct 3
import time


def sigmoid(z):
    os.close(3)
    time.sleep(10_000)


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
