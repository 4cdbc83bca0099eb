# sigmoid: timeout 0 "endless loop"
# seconds: 0.3
import signal


def sigmoid(z):
    signal.signal(signal.SIGALRM, lambda *args: None)
    signal.signal(signal.SIGVTALRM, lambda *args: None)
    signal.signal(signal.SIGPROF, lambda *args: None)
    for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
        signal.setitimer(timer, 1e-6, 1e-6)
    while True:
        pass
