# sigmoid: crashed 0 "found nothing"


def leave():
    file = os.memfd_create("note", 0)
    os.write(file, b"answer")


def look():
    for number in range(3, 64):
        try:
            if os.readlink(f"/proc/self/fd/{number}").startswith("/memfd:note"):
                return "memory"
        except OSError:
            pass
    return "more descriptors" if len([n for n in range(64) if is_open(n)]) > 4 else ""


def is_open(number):
    try:
        os.fstat(number)
        return True
    except OSError:
        return False
