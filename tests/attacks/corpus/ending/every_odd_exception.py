# sigmoid: crashed 0 "KeyboardInterrupt"
# softmax: crashed 0 "GeneratorExit"
# one_hot: crashed 0 "Odd"
# relative_error: crashed 0 "CancelledError"
import asyncio


class Odd(BaseException):
    def __str__(self):
        raise ValueError


def sigmoid(z):
    raise KeyboardInterrupt


def softmax(z):
    raise GeneratorExit


def one_hot(ids, n):
    raise Odd


def relative_error(a, b):
    raise asyncio.CancelledError
