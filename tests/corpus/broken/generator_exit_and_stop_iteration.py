# expect: crashed, softmax
# line: 4
def softmax(z):
    return next(iter(()))
