# expect: crashed, softmax
class Shy(dict):
    def items(self):
        raise LookupError("not for you")


def softmax(z):
    return Shy(p=z)
