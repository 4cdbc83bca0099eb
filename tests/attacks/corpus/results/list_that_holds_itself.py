# sigmoid: wrong 0


def sigmoid(z):
    ring = []
    ring.append(ring)
    return ring
