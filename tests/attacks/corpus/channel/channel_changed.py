# sigmoid: crashed 0 "worked []"
"""Neither its buffers nor its mode, its owner nor its end can be changed from inside."""
import fcntl
import socket


def sigmoid(z):
    channel = ctypes.c_int(3)
    ways = {
        "nonblocking": lambda: os.set_blocking(3, False),
        "buffer": lambda: called(LIBC.setsockopt(3, 1, 7, ctypes.byref(ctypes.c_int(1 << 30)), 4)),
        "shutdown": lambda: called(LIBC.shutdown(3, 2)),
        "owner": lambda: fcntl.fcntl(3, fcntl.F_SETOWN, 1),
        "signals": lambda: fcntl.fcntl(3, fcntl.F_SETFL, os.O_ASYNC),
        "name": lambda: called(LIBC.getpeername(3, ctypes.byref(channel), ctypes.byref(channel))),
        "peer": lambda: called(LIBC.getsockopt(3, 1, 17, bytes(12), ctypes.byref(channel))),
        "receive": lambda: called(LIBC.recvmsg(3, bytes(56), 0x40)),
        "lock": lambda: fcntl.flock(3, fcntl.LOCK_EX),
        "tty": lambda: fcntl.ioctl(3, 0x5412, b"x"),
    }
    worked = []
    for name, way in ways.items():
        try:
            way()
            worked.append(name)
        except OSError:
            pass
    raise RuntimeError(f"worked {worked}")
