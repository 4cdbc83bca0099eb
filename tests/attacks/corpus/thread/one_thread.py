# sigmoid: crashed 0 "no thread"
import threading


def sigmoid(z):
    try:
        thread = threading.Thread(target=int)
        thread.start()
    except RuntimeError:
        raise RuntimeError("no thread") from None
    thread.join()
    raise RuntimeError("a thread")
