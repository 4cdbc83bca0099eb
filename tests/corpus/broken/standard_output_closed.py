# expect: wrong, sigmoid
import sys


def sigmoid(z):
    sys.stdout.close()
    print("nobody hears this")
