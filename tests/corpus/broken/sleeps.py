# expect: timeout, sigmoid
import time


def sigmoid(z):
    time.sleep(3600)
    return z
