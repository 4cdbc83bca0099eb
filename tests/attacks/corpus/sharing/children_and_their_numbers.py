# sigmoid: crashed 0 "found nothing"
"""A process left behind would be seen by its number, or as a brother."""


def leave():
    try:
        os.fork()
    except OSError:
        pass


def look():
    found = []
    for number in [*range(2, os.getpid()), *range(os.getpid() + 1, 400)]:
        try:
            os.kill(number, 0)
            found.append(number)
        except PermissionError:
            found.append(number)
        except OSError:
            pass
    return found
