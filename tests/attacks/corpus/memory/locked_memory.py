# sigmoid: crashed 0 "Function not implemented"


def sigmoid(z):
    return called(LIBC.mlockall(3))
