# sigmoid: crashed 0 "SIGSYS"
"""x32 numbers the same calls otherwise; a filter that forgot it would let all of them pass."""


def sigmoid(z):
    return syscall(0x40000000 + 41, 1, 1, 0)
