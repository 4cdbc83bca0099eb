# expect: crashed, sigmoid
# line: 4
def sigmoid(z):
    raise ValueError(f"this is a very long expression, of which nobody wants to see the whole: {list(range(100))}" + "0123456789" * 1000 + "")
