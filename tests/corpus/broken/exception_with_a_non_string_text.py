# expect: crashed, softmax
class Odd(Exception):
    def __str__(self):
        return 7


def softmax(z):
    raise Odd
