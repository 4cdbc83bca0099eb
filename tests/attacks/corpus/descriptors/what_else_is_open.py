# sigmoid: crashed 0 "open [0, 1, 2, 3]"
"""The socket for orders, and whatever else the supervisor holds, must not be handed on."""


def sigmoid(z):
    found = []
    for number in range(1 << 16):
        try:
            os.fstat(number)
            found.append(number)
        except OSError:
            pass
    raise RuntimeError(f"open {found}")
