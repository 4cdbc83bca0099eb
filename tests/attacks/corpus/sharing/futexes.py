# sigmoid: crashed 0 "found nothing"
# often
"""Whoever waits on a word of a file that both have mapped can be woken by the other, and counted."""
import mmap
import time

WAIT, WAKE = 0, 1


def word_of_a_file():
    with open(np.__file__, "rb") as file:
        page = mmap.mmap(file.fileno(), 4096, mmap.MAP_SHARED, mmap.PROT_READ)
    at = np.frombuffer(page, np.int32)
    return at, at.ctypes.data


def leave():
    pass


def look():
    at, address = word_of_a_file()
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        if LIBC.syscall(202, ctypes.c_void_p(address), WAKE, 9, None, None, 0) > 0:
            return "somebody was waiting"
        pause = struct.pack("<qq", 0, 20_000_000)
        value = ctypes.c_int(int(at[0]))
        if LIBC.syscall(202, ctypes.c_void_p(address), WAIT, value, pause, None, 0) == 0:
            return "somebody has woken me"
    return ""
