# sigmoid: crashed 0 "found nothing"
"""POSIX: messages, and memory and semaphores that are files."""
from multiprocessing import shared_memory


def leave():
    try:
        syscall(240, b"note", 0o102, 0o666, None)
    except OSError:
        pass
    shared_memory.SharedMemory("note", create=True, size=16)


def look():
    try:
        return syscall(240, b"note", 2, 0, None)
    except OSError:
        return shared_memory.SharedMemory("note").name
