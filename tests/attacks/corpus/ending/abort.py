# sigmoid: crashed 0 "died"


def sigmoid(z):
    os.abort()
