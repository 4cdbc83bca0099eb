# sigmoid: crashed 0 "cannot be parsed"
# often
"""Not a line of this runs: reading it alone would eat the memory."""
# source: "x = " + "[" * 90 + "1," * 9_000_000 + "]" * 90 + "\ndef sigmoid(z):\n    return z\n"
