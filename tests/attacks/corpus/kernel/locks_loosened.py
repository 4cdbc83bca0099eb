# sigmoid: crashed 0 "loosened []"
"""No limit can be raised, no privilege come back, no lock be taken off."""
import resource


def sigmoid(z):
    ways = {
        "death signal": lambda: called(LIBC.prctl(1, 0, 0, 0, 0)),
        "dumpable": lambda: called(LIBC.prctl(4, 1, 0, 0, 0)),
        "subreaper": lambda: called(LIBC.prctl(36, 1, 0, 0, 0)),
        "timer slack": lambda: called(LIBC.prctl(29, 1, 0, 0, 0)),
        "speculation": lambda: called(LIBC.prctl(53, 0, 2, 0, 0)),
        "seccomp": lambda: called(LIBC.prctl(22, 0, 0, 0, 0)),
        "user": lambda: os.setuid(0),
        "groups": lambda: os.setgroups([0]),
        "capabilities": lambda: syscall(126, bytes(8), b"\xff" * 24),
        "nice": lambda: os.nice(-5),
        "scheduler": lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)),
        "affinity": lambda: os.sched_setaffinity(0, {0}),
        "session": os.setsid,
        "group": lambda: os.setpgid(0, 0),
        "umask": lambda: os.umask(0),
        "personality": lambda: called(LIBC.personality(0x40000)),
        "memory": lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 28, 1 << 28)),
        "host name": lambda: called(LIBC.sethostname(b"x", 1)),
        "clock": lambda: called(LIBC.settimeofday(bytes(16), None)),
        "reboot": lambda: syscall(169, 0, 0, 0, 0),
        "log": lambda: called(LIBC.klogctl(3, bytes(10), 10)),
        "accounting": lambda: called(LIBC.acct(None)),
        "swap": lambda: called(LIBC.swapoff(b"/x")),
        "module": lambda: syscall(313, 3, b"", 0),
        "ports": lambda: called(LIBC.ioperm(0, 8, 1)),
    }
    loosened = []
    for name, way in ways.items():
        try:
            way()
            loosened.append(name)
        except (OSError, ValueError):
            pass
    raise RuntimeError(f"loosened {loosened}")
