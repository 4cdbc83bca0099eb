# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
"""Python never comes to its own clock: only the one outside helps."""


def sigmoid(z):
    return sum(range(10**15))
