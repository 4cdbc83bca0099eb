# expect: crashed, sigmoid
# line: 4
def sigmoid(z):
    raise ValueError("the shape of z surprises me\n" + "and here are all its values " * 10_000)
