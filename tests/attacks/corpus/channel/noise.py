# sigmoid: crashed 0 "no answer"


def sigmoid(z):
    send(os.urandom(1000))
    os._exit(0)
