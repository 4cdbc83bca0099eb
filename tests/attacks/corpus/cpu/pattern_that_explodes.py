# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
import re


def sigmoid(z):
    return re.match(r"(a+)+$", "a" * 64 + "b")
