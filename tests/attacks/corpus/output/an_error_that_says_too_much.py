# sigmoid: crashed 0 "ValueError: xxx"
# longest: 500
"""Ten million letters, and control characters between them."""


def sigmoid(z):
    raise ValueError("xxx\x1b[31m\u202e" * 2_000_000)
