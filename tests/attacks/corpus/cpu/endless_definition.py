# sigmoid: timeout 0 "endless loop"
# seconds: 0.3


def count():
    n = 0
    while True:
        n += 1


FOREVER = count()


def sigmoid(z):
    return FOREVER
