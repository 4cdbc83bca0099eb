# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
"""Byte after byte, each in time for the next to be waited for."""


def sigmoid(z):
    os.write(3, struct.pack("<I", 8 * 2**20 - 1))
    while True:
        os.write(3, b"x")
