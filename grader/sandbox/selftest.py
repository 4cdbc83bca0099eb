"""Before each run: is every wall standing? A probe tries what no student's code may do.

Most of it is forbidden twice, and a probe cannot tell by which wall it was stopped. So what can be
read off is read off: the namespaces outside, the limits inside. A device is what Landlock alone
keeps from being written. Three walls are not seen to be missing as long as another one stands
before them: the read-only root (before it Landlock), and what keeps a process from new namespaces,
and Landlock's rules on TCP and signals (before both the filter of system calls).
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np

from grader.exercise import Plan
from grader.exercises import EXERCISES
from grader.judging import Setting
from grader.reference import Reference
from grader.sandbox import bubblewrap, lockdown
from grader.sandbox.fork import Lost
from grader.sandbox.host import Sandbox
from grader.sandbox.refusal import SandboxUnavailable
from grader.sandbox.session import Session
from grader.submission import Piece

WALLS = {
    "an order to the supervisor": "os.fstat(4)",
    "the home folders": 'next(filter(is_strange, ["/home", "/root"]))',
    "the list of users": 'open("/etc/passwd")',
    "processes": 'os.listdir("/proc")',
    "a file in the root folder": 'open("/x", "w")',
    "a temporary file": 'open("/tmp/x", "w")',
    "shared memory": 'open("/dev/shm/x", "w")',
    "memory without a limit": "np.empty(1 << 27)",
    "more than its share of this machine": "failed(-1 if limits() == LIMITS else 0)",
    "a file in memory": 'os.memfd_create("x")',
    "a socket": "socket.socket()",
    "a local socket": "socket.socket(socket.AF_UNIX)",
    "a socket to the host": "socket.socket(40, 1)",
    "a fork": "os.fork()",
    "a thread": "threading.Thread(target=int).start()",
    "a signal to the supervisor": "os.kill(os.getppid(), 0)",
    "waking a neighbour": "failed(LIBC.syscall(202, b'word', 1, 9, None, None, 0))",
    "another program": 'os.execv("/bin/true", ["true"])',
    "tracing the supervisor": "failed(LIBC.ptrace(16, os.getppid(), 0, 0))",
    "a namespace": "failed(LIBC.unshare(0x10000000))",
    "a keyring": "failed(LIBC.syscall(250, 0, -3, 1))",
    "io_uring": "failed(LIBC.syscall(425, 1, ctypes.create_string_buffer(120)))",
    "the solutions": "import_module('solutions.rnn')",
    "other packages": "import_module('nbgrader')",
    "stored answers": "os.stat(os.path.dirname(grader.__file__) + '/data/stored')",
}
"""What must fail in the sandbox -> the Python that tries it."""

BY_LANDLOCK = {"a device to write on": 'open("/dev/null", "w")'}
"""The same, where the kernel has Landlock."""

NAMESPACES = {
    "this machine's files": "mnt",
    "this machine's network": "net",
    "this machine's processes": "pid",
    "this machine's shared memory": "ipc",
    "this machine's name": "uts",
}
"""What would be within reach -> the namespace that the sandbox then shares with this process."""

PROBE = """
import ctypes, os, resource, socket, sys, threading
from importlib import import_module
import grader
LIBC = ctypes.CDLL(None)

def failed(result):
    if result == -1:
        raise OSError

def limits():
    return {name: resource.getrlimit(getattr(resource, "RLIMIT_" + name)) for name in LIMITS}

def is_strange(path):
    # It is neither mounted nor on the way there. Python's own place may be in somebody's home.
    if path in NEEDED or not os.path.lexists(path):
        return False
    on_the_way = any(place.startswith(path + "/") for place in NEEDED)
    return not on_the_way or any(is_strange(f"{path}/{name}") for name in os.listdir(path))

def sigmoid(z):
    return np.array([attempt(source) for source in WALLS])

def attempt(source):
    try:
        eval(source)
    except BaseException:
        return 0.0
    return 1.0

LIMITS = {limits}
WALLS = {walls}
NEEDED = {needed}
"""


def tried_out(reference: Reference) -> Sandbox:
    """Start a sandbox and try all its walls; one that lacks any is ended.

    Raises
    ------
    SandboxUnavailable
        If there is none on this machine, or one of its walls is not there.
    """
    sandbox = Sandbox()
    sandbox.start()
    try:
        selftest(sandbox, reference)
    except BaseException:
        sandbox.end()
        raise
    return sandbox


def selftest(sandbox: Sandbox, reference: Reference) -> None:
    """Try all walls.

    Raises
    ------
    SandboxUnavailable
        If one of them is not there; the message names it.
    """
    names = [*shared_namespaces(sandbox), *open_walls(sandbox, reference)]
    if names:
        raise failure(f"within reach there would be {', '.join(names)}")


def shared_namespaces(sandbox: Sandbox) -> Iterator[str]:
    """Compare the namespaces of a sandbox with those that this process is in."""
    for name, kind in NAMESPACES.items():
        found = sandbox.about.get(f"{kind}-namespace")
        if found in (None, os.stat(f"/proc/self/ns/{kind}").st_ino):
            yield name


def open_walls(sandbox: Sandbox, reference: Reference) -> Iterator[str]:
    """Have a probe try all walls from inside, in a fork that is locked like a student's."""
    walls = WALLS | (BY_LANDLOCK if lockdown.landlock_version() > 0 else {})
    limits = {name: (value, value) for name, value in lockdown.LIMITS.items()}
    source = PROBE.replace("{walls}", repr([*walls.values()])).replace("{limits}", repr(limits))
    needed = {options[-1] for options in bubblewrap.mounts()}
    source = source.replace("{needed}", repr(needed))
    exercise = EXERCISES["sigmoid"]
    plan = reference.plan(exercise)
    one = Plan(exercise, {"plain": plan.calls["plain"]})
    with Session(sandbox, [Piece("probe", source)], "", reference) as session:
        try:
            code = session.describe()
        except Lost as reason:
            raise failure(f"a probe could not run: {reason}") from None
        answer = session(code, one, Setting({}, {})).answers["plain"]
    if answer.failure:
        raise failure(f"a probe could not run: {answer.failure.message}")
    found = answer.value
    if not isinstance(found, np.ndarray) or found.shape != (len(walls),):
        raise failure("a probe gave back something else than its findings")
    yield from (name for name, is_open in zip(walls, found, strict=True) if is_open)


def failure(what: str) -> SandboxUnavailable:
    return SandboxUnavailable(
        f"The sandbox failed its test: {what}.",
        "Nothing was run. Please report this with your system's name and version.",
    )
