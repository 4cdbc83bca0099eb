# sigmoid: crashed 0 "cannot be parsed"
# source: "def sigmoid(z):\n    return " + "-" * 100_000 + "z\n"
