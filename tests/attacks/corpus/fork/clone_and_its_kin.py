# sigmoid: crashed 0 "0 of 300"
"""fork, vfork, clone and clone3, by their numbers."""


def sigmoid(z):
    worked = 0
    for _ in range(100):
        for number, args in ((57, ()), (56, (17, 0, 0, 0, 0)), (435, (0, 0))):
            try:
                worked += syscall(number, *args) >= 0
            except OSError:
                pass
    raise RuntimeError(f"{worked} of 300")
