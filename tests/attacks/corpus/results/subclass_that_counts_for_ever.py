# sigmoid: timeout 0 "endless loop"
# seconds: 0.3


class Heavy(np.ndarray):
    def __array_finalize__(self, other):
        while True:
            pass


def sigmoid(z):
    return z.view(Heavy)
