# lost: timeout "endless loop"
# seconds: 0.3
"""Nothing runs here either; a pattern that looks for calls of check is led up the garden path."""
# source: "def sigmoid(z):\n    return z\n" + "\n" * 1_000_000
