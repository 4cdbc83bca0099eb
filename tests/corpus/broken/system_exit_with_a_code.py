# expect: crashed, softmax
# line: 6
import sys

def softmax(z):
    sys.exit(0)
