# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
# often


def sigmoid(z):
    while True:
        print("x" * 1_000_000)
