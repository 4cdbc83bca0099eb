# expect: timeout, sigmoid
def sigmoid(z):
    return sum(range(10**15)) * z
