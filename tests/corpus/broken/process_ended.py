# expect: crashed, softmax
import os

def softmax(z):
    os._exit(0)
