# sigmoid: crashed 0 "no answer"
# often
"""What is compared with an array is neither equal nor unequal to it."""


def sigmoid(z):
    pair = array([2], bytes(16))
    send(listed(pair, word(1), word(2)))
    os._exit(0)
