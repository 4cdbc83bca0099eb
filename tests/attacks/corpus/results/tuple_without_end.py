# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
"""It says that it has three parts and never stops giving them."""
import itertools


class Endless(tuple):
    def __len__(self):
        return 3

    def __iter__(self):
        return itertools.repeat(None)


def sigmoid(z):
    return Endless()
