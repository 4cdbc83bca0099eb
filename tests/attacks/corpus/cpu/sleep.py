# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
"""Sleeping costs no computing time, so a limit on that alone would wait for ever."""
import time


def sigmoid(z):
    time.sleep(10_000)
