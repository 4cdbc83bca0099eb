# sigmoid: crashed 0 "MemoryError"


def sigmoid(z):
    grown = [z]
    while True:
        grown += grown
