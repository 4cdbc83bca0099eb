# sigmoid: crashed 0 "found nothing"
"""A lock on a file that both can read is one bit, and there are thousands of files."""
import fcntl

KEPT = []


def leave():
    file = os.open(np.__file__, os.O_RDONLY)
    KEPT.append(file)
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def look():
    try:
        with open(np.__file__) as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.flock(file, fcntl.LOCK_UN)
    except BlockingIOError:
        return "lock"
    return ""
