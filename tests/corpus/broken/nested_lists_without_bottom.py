# expect: wrong, softmax
def softmax(z):
    inside = []
    inside.append(inside)
    return inside
