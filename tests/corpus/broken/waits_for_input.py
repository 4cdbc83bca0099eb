# expect: crashed, sigmoid
# line: 4
def sigmoid(z):
    scale = float(input("scale? "))
    return 1 / (1 + 2.718281828 ** (-scale * z))
