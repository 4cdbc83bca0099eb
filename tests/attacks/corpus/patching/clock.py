# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
"""Time that stands still inside goes on outside."""
import signal
import time


def sigmoid(z):
    time.time = time.monotonic = time.perf_counter = lambda: 0.0
    signal.setitimer = lambda *args: None
    signal.signal(signal.SIGALRM, lambda *args: None)
    while True:
        pass
