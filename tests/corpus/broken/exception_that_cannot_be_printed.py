# expect: crashed, sigmoid
class Silent(Exception):
    def __str__(self):
        raise RuntimeError("no words")


def sigmoid(z):
    raise Silent
