"""Locks that a process puts on itself, one way, before it looks at a stranger's code.

Three of them, each of which would do for most attacks: resource limits; Landlock, by which the
kernel refuses files, TCP and signals; and a seccomp filter, by which it refuses all system calls
but those that numbers need. The filter is compiled outside by libseccomp; loading takes one call.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct

MEGABYTE = 2**20
LIMITS = {
    "AS": 256 * MEGABYTE,
    "CPU": 60,
    "NPROC": 0,
    "FSIZE": 0,
    "NOFILE": 32,
    "CORE": 0,
    "MEMLOCK": 0,
    "MSGQUEUE": 0,
    "STACK": 8 * MEGABYTE,
}

SET_DEATH_SIGNAL, SET_SECCOMP, SET_NO_NEW_PRIVILEGES, SECCOMP_FILTER = 1, 22, 38, 2
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
READ_FILE, READ_FOLDER = 1 << 2, 1 << 3
FIRST_WITH_TCP, FIRST_WITH_IOCTL, FIRST_WITH_SCOPES = 4, 5, 6
ACCESS_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}

LIBC = ctypes.CDLL(None, use_errno=True)


def lock(seccomp: bytes) -> None:
    """Put all locks on this process. If one does not close, the process must not go on.

    Parameters
    ----------
    seccomp : bytes
        The compiled filter.

    Raises
    ------
    OSError
        If the kernel refuses one of them.
    """
    needed(LIBC.prctl(SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0), "death signal")
    needed(LIBC.prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0), "no new privileges")
    landlock()
    for name, value in LIMITS.items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))
    load_filter(seccomp)


def needed(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def landlock() -> None:
    """Allow reading, nothing else; a kernel without Landlock leaves this to the other locks."""
    version = landlock_version()
    if version < 1:
        return
    rights = (1 << ACCESS_RIGHTS.get(version, 16)) - 1
    network = 3 if version >= FIRST_WITH_TCP else 0
    scopes = 3 if version >= FIRST_WITH_SCOPES else 0
    size = 8 if version < FIRST_WITH_TCP else 16 if version < FIRST_WITH_SCOPES else 24
    rules = struct.pack("<QQQ", rights, network, scopes)[:size]
    ruleset = needed(LIBC.syscall(LANDLOCK_CREATE, rules, size, 0), "Landlock")
    folder = os.open("/", os.O_PATH | os.O_CLOEXEC)
    rule = struct.pack("<Qi", READ_FILE | READ_FOLDER, folder)
    needed(LIBC.syscall(LANDLOCK_ADD, ruleset, 1, rule, 0), "Landlock rule")
    needed(LIBC.syscall(LANDLOCK_RESTRICT, ruleset, 0), "Landlock restriction")
    os.close(folder)
    os.close(ruleset)


def landlock_version() -> int:
    """Ask the kernel which Landlock it has; a negative number if it has none."""
    return int(LIBC.syscall(LANDLOCK_CREATE, None, 0, 1))


class Program(ctypes.Structure):
    """A filter as the kernel takes it: number of instructions, and where they are."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def load_filter(code: bytes) -> None:
    program = Program(len(code) // 8, code)
    result = LIBC.prctl(SET_SECCOMP, SECCOMP_FILTER, ctypes.byref(program), 0, 0)
    needed(result, "seccomp")
