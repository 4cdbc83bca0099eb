# sigmoid: crashed 0 "found nothing"
"""Reading a file would leave a time behind, were it not mounted read-only."""
import time


def leave():
    with open(np.__file__) as file:
        file.read()
    try:
        os.utime(np.__file__)
    except OSError:
        pass


def look():
    return "read just now" if time.time() - os.stat(np.__file__).st_atime < 2 else ""
