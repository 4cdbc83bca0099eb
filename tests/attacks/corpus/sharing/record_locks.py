# sigmoid: crashed 0 "found nothing"
"""Locks of parts of a file, old and new, and leases."""
import fcntl

KEPT = []


def leave():
    file = os.open(np.__file__, os.O_RDONLY)
    KEPT.append(file)
    for command in (fcntl.F_SETLK, 37, 1024):
        try:
            fcntl.fcntl(file, command, struct.pack("hhqqi", 0, 0, 7, 1, 0))
        except OSError:
            pass


def look():
    with open(np.__file__, "rb") as file:
        for command in (fcntl.F_GETLK, 36):
            try:
                answer = fcntl.fcntl(file, command, struct.pack("hhqqi", 1, 0, 7, 1, 0))
                if struct.unpack_from("h", answer)[0] != fcntl.F_UNLCK:
                    return "record"
            except OSError:
                pass
    return ""
