# sigmoid: crashed 0 "no answer"


def sigmoid(z):
    send(b"[" * 1_000_000)
    os._exit(0)
