# sigmoid: crashed 0 "found nothing"
import socket

KEPT = []


def leave():
    listener = socket.socket(socket.AF_UNIX)
    KEPT.append(listener)
    listener.bind("\0note")
    listener.listen()


def look():
    with socket.socket(socket.AF_UNIX) as asking:
        asking.connect("\0note")
        return "socket"
