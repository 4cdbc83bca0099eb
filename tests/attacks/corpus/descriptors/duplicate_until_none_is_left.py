# sigmoid: crashed 0 "Too many open files"


def sigmoid(z):
    while True:
        os.dup(3)
