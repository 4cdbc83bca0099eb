# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
HOARD = []


def sigmoid(z):
    while True:
        try:
            HOARD.append(bytearray(1 << 20))
        except MemoryError:
            pass
