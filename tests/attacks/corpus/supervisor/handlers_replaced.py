# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
import signal


def sigmoid(z):
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    while True:
        pass
