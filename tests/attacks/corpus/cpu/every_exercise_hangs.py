# sigmoid: timeout 0 "endless loop"
# softmax: timeout 0 "time"
# one_hot: timeout 0 "time"
# relative_error: timeout 0 "time"
# seconds: 0.3
# budget: 0.8
"""Not every exercise gets its whole time: the submission has one for all."""


def sigmoid(z):
    while True:
        pass


def softmax(z):
    while True:
        pass


def one_hot(ids, n):
    while True:
        pass


def relative_error(a, b):
    while True:
        pass
