# sigmoid: crashed 0 "far too large"
# often


def sigmoid(z):
    while True:
        os.write(3, b"\xff" * (1 << 16))
