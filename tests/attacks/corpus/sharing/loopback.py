# sigmoid: crashed 0 "found nothing"
import socket

KEPT = []


def leave():
    listener = socket.create_server(("127.0.0.1", 45454))
    KEPT.append(listener)


def look():
    with socket.create_connection(("127.0.0.1", 45454), 0.2):
        return "port"
