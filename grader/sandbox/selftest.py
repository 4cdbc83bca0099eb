"""Before each run: is every wall standing? A probe tries what no student's code may do."""

from __future__ import annotations

import numpy as np

from grader.exercise import Plan
from grader.exercises import EXERCISES
from grader.judging import Setting
from grader.reference import Reference
from grader.sandbox.host import Lost, Sandbox
from grader.sandbox.refusal import SandboxUnavailable
from grader.sandbox.session import Session
from grader.submission import Piece

WALLS = {
    "an order to the supervisor": "os.fstat(4)",
    "the home folders": 'os.listdir("/home")',
    "the list of users": 'open("/etc/passwd")',
    "processes": 'os.listdir("/proc")',
    "a file in the root folder": 'open("/x", "w")',
    "a temporary file": 'open("/tmp/x", "w")',
    "shared memory": 'open("/dev/shm/x", "w")',
    "memory without a limit": "np.ones(1 << 27)",
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

PROBE = """
import ctypes, os, socket, sys, threading
from importlib import import_module
import grader
LIBC = ctypes.CDLL(None)

def failed(result):
    if result == -1:
        raise OSError

def sigmoid(z):
    return np.array([attempt(source) for source in WALLS])

def attempt(source):
    try:
        eval(source)
    except BaseException:
        return 0.0
    return 1.0

WALLS = {walls}
"""


def selftest(sandbox: Sandbox, reference: Reference) -> None:
    """Try all walls.

    Raises
    ------
    SandboxUnavailable
        If one of them is not there; the message names it.
    """
    source = PROBE.replace("{walls}", repr(list(WALLS.values())))
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
    open_walls = answer.value
    if not isinstance(open_walls, np.ndarray) or open_walls.shape != (len(WALLS),):
        raise failure("a probe gave back something else than its findings")
    names = [name for name, is_open in zip(WALLS, open_walls, strict=True) if is_open]
    if names:
        raise failure(f"within reach there would be {', '.join(names)}")


def failure(what: str) -> SandboxUnavailable:
    return SandboxUnavailable(
        f"The sandbox failed its test: {what}.",
        "Nothing was run. Please report this with your system's name and version.",
    )
