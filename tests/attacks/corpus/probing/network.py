# sigmoid: crashed 0 "reached []"
"""Names, addresses and the machine itself: no packet leaves, not even to 127.0.0.1."""
import socket
import urllib.request


def sigmoid(z):
    ways = {
        "name": lambda: socket.getaddrinfo("localhost", 80),
        "loopback": lambda: socket.create_connection(("127.0.0.1", 22), 1),
        "datagram": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        "address": lambda: urllib.request.urlopen("http://127.0.0.1/", timeout=1),
        "interfaces": lambda: [name for _, name in socket.if_nameindex() if name != "lo"][0],
    }
    reached = []
    for name, way in ways.items():
        try:
            way()
            reached.append(name)
        except (OSError, IndexError):
            pass
    raise RuntimeError(f"reached {reached}")
