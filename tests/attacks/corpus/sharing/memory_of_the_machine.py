# sigmoid: crashed 0 "found nothing"
"""How much memory is free tells the neighbour how much somebody has just taken."""
KEPT = []


def leave():
    KEPT.append(bytearray(100 << 20))


def look():
    for free in (lambda: called(LIBC.sysinfo(bytes(128))), lambda: os.getloadavg()):
        try:
            free()
            return "memory"
        except OSError:
            pass
    return ""
