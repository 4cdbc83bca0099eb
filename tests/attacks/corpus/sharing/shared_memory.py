# sigmoid: crashed 0 "found nothing"
# often
"""System V: memory, semaphores and messages, by a key that both know."""

CREATE = 0o1000 | 0o666


def leave():
    LIBC.shmget(4711, 4096, CREATE)
    LIBC.semget(4711, 1, CREATE)
    LIBC.msgget(4711, CREATE)


def look():
    got = [LIBC.shmget(4711, 4096, 0), LIBC.semget(4711, 1, 0), LIBC.msgget(4711, 0)]
    return got if max(got) >= 0 else ""
