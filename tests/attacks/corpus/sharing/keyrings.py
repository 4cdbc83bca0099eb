# sigmoid: crashed 0 "found nothing"


def leave():
    syscall(248, b"user", b"note", b"answer", 6, -4)
    syscall(248, b"user", b"note", b"answer", 6, -5)


def look():
    return syscall(249, b"user", b"note", None, -4)
