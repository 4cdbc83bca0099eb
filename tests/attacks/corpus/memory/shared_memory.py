# sigmoid: crashed 0 "Function not implemented"
"""System V shared memory would outlive the process."""


def sigmoid(z):
    return called(LIBC.shmget(0, 1 << 28, 0o1600))
