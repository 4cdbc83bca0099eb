# sigmoid: crashed 0 "too many parts"


def sigmoid(z):
    send(listed(*[listed()] * 100_000))
    os._exit(0)
