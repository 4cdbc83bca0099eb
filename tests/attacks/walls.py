"""Ways to take down one wall of the sandbox, each a function of pytest's monkeypatch.

Limits of memory, processes and time are raised, never taken away.
"""

import struct

import solutions
from grader.sandbox import bubblewrap, syscalls

ALLOW_ALL = struct.pack("<HBBI", 6, 0, 0, 0x7FFF0000)
OTHER_NAMESPACES = ("--unshare-user", "--unshare-pid", "--unshare-uts", "--unshare-cgroup-try")
SOLUTIONS = solutions.__path__[0]


def no_filter(patch):
    patch.setattr(syscalls, "compiled", lambda: ALLOW_ALL)


def shared_futexes(patch):
    patch.setattr(syscalls, "FUTEX_PRIVATE", 0)
    patch.setattr(syscalls, "compiled", syscalls.compiled.__wrapped__)


def inside(*lines):
    """Have something else done in the supervisor before it starts."""

    def take_down(patch):
        first = "import main; from grader.sandbox import lockdown; " + "; ".join(lines) + ";"
        patch.setattr(bubblewrap, "START", bubblewrap.START.replace("import main;", first))

    return take_down


no_landlock = inside("lockdown.landlock = lambda: None")
more_memory = inside("lockdown.LIMITS['AS'] = 1400 << 20")
more_descriptors = inside("lockdown.LIMITS['NOFILE'] = 64")
more_locked_memory = inside("lockdown.LIMITS['MEMLOCK'] = 1 << 20")
more_processes = inside("lockdown.LIMITS['NPROC'] = 4096")
open_descriptors = inside("import os", "os.closerange = lambda *_: None")


def mounted(*options):
    """Have more mounted in the sandbox."""

    def take_down(patch):
        before = bubblewrap.mounts
        patch.setattr(bubblewrap, "mounts", lambda: [*before(), options])

    return take_down


proc = mounted("--proc", "/proc")
etc = mounted("--ro-bind", "/etc", "/etc")
right_functions = mounted("--ro-bind", SOLUTIONS, "/course/solutions")
writable_folder = mounted("--tmpfs", "/tmp")


def isolated_by(*options):
    """Unshare these namespaces only."""

    def take_down(patch):
        kept = bubblewrap.ISOLATION[bubblewrap.ISOLATION.index("--disable-userns") :]
        patch.setattr(bubblewrap, "ISOLATION", (*options, *kept))

    return take_down


same_network = isolated_by(*OTHER_NAMESPACES, "--unshare-ipc")
same_ipc = isolated_by(*OTHER_NAMESPACES, "--unshare-net")


def user_namespaces(patch):
    kept = [option for option in bubblewrap.ISOLATION if option != "--disable-userns"]
    patch.setattr(bubblewrap, "ISOLATION", tuple(kept))


def writable_root(patch):
    before = bubblewrap.command

    def command(*descriptors):
        line = before(*descriptors)
        place = len(line) - 1 - line[::-1].index("--remount-ro")
        return line[:place] + line[place + 2 :]

    patch.setattr(bubblewrap, "command", command)
