# sigmoid: wrong 0
"""Would lead a pattern that looks for calls of check up the garden path; it goes line by line."""
# source: "def sigmoid(z):\n    return z\n" + "\n" * 1_000_000
