# expect: crashed, softmax
import os

def softmax(z):
    os.abort()
