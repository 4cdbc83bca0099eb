"""Outside: start a sandbox, have it fork, talk to a fork under a clock, end what does not end."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from typing import Any

from grader.sandbox import bubblewrap, syscalls, wire
from grader.sandbox.guest import FAILED_LOCK, FORK, KILL, LENGTH, READY, STATUS
from grader.sandbox.refusal import SandboxUnavailable

START_SECONDS = 30.0
END_SECONDS = 5.0
CONTAINER = (
    "Unprivileged user namespaces are needed. In a container, allow them (Docker: --security-opt "
    "seccomp=unconfined); on Ubuntu, install the profile bwrap-userns-restrict."
)


class Lost(Exception):
    """A fork ended, or had to be ended, before it answered.

    `kind` is "timeout" or "crashed".
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


class Sandbox:
    """One running sandbox. Its supervisor forks for each submission and reads none.

    Use it as a context manager, so that nothing outlives it.
    """

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.forks = 0

    def __enter__(self) -> Sandbox:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def start(self) -> None:
        """Start bubblewrap and wait until the supervisor inside has loaded NumPy.

        Raises
        ------
        SandboxUnavailable
            If there is no sandbox on this machine.
        """
        code = syscalls.compiled()
        self.control, theirs = socket.socketpair()
        self.control.settimeout(START_SECONDS)
        said, says = os.pipe()
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115 (closed in `end`)
        with tempfile.TemporaryFile() as file, theirs:
            file.write(code)
            file.seek(0)
            descriptors = (theirs.fileno(), file.fileno(), says)
            line = bubblewrap.command(*descriptors)
            self.process = subprocess.Popen(
                line,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self.complaints,
                pass_fds=descriptors,
                start_new_session=True,
                cwd="/",
                env={"PATH": "/usr/bin:/bin"},
            )
        os.close(says)
        self.greet(said)

    def greet(self, said: int) -> None:
        """Wait for the supervisor, and open a handle on it that cannot mean another process."""
        try:
            ready = self.control.recv(1)
        except OSError:
            ready = b""
        with os.fdopen(said, "rb") as file:
            words = file.read() if ready else b""
        if ready != READY:
            self.complaints.seek(0)
            lines = self.complaints.read().decode(errors="replace").strip().splitlines()
            self.end()
            raise SandboxUnavailable(
                f"bubblewrap did not start: {lines[-1] if lines else 'it said nothing'}.", CONTAINER
            )
        self.handle = os.pidfd_open(json.loads(words)["child-pid"])

    def fork(self) -> Fork:
        """Have a fresh, locked fork made for one submission."""
        if self.process is None or self.process.poll() is not None:
            self.end()
            self.start()
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self.control, [FORK], [theirs.fileno()])
        self.forks += 1
        return Fork(self, ours)

    def status(self) -> int:
        """Read how the fork ended."""
        self.control.settimeout(END_SECONDS)
        word = self.control.recv(STATUS.size, socket.MSG_WAITALL)
        return int(STATUS.unpack(word)[0]) if len(word) == STATUS.size else -1

    def end(self) -> None:
        """Kill the sandbox's first process, and so all processes in it."""
        if self.process is None:
            return
        self.control.close()
        if hasattr(self, "handle"):
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.handle, signal.SIGKILL)
            os.close(self.handle)
            del self.handle
        else:
            self.process.kill()
        try:
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.complaints.close()
        self.process = None


class Fork:
    """One locked process in the sandbox, and the channel to it."""

    def __init__(self, sandbox: Sandbox, channel: socket.socket) -> None:
        self.sandbox = sandbox
        self.channel = channel
        self.alive = True

    def send(self, packed: bytes, deadline: float) -> None:
        """Send a packed value.

        Raises
        ------
        Lost
            If the fork does not take it in time, or is gone.
        """
        try:
            self.channel.settimeout(left(deadline))
            self.channel.sendall(LENGTH.pack(len(packed)) + packed)
        except OSError as error:
            self.lose(error)

    def receive(self, deadline: float) -> Any:
        """Receive one frame, strictly read.

        Raises
        ------
        Lost
            If none comes in time, the fork is gone, or the frame is none.
        """
        try:
            (length,) = LENGTH.unpack(self.exactly(LENGTH.size, deadline))
            if length > wire.LARGEST_FRAME:
                self.kill()
                raise Lost("crashed", "its result is far too large")
            return wire.load(self.exactly(length, deadline))
        except OSError as error:
            self.lose(error)
        except wire.BadFrame as error:
            self.kill()
            raise Lost("crashed", f"what it gave back is no answer: {error}") from None

    def exactly(self, count: int, deadline: float) -> bytes:
        parts = bytearray()
        while len(parts) < count:
            self.channel.settimeout(left(deadline))
            part = self.channel.recv(min(count - len(parts), 2**20))
            if not part:
                raise ConnectionResetError
            parts += part
        return bytes(parts)

    def lose(self, error: OSError) -> Any:
        """Say how the fork was lost: it ended by itself, or is ended here because time is up."""
        if isinstance(error, TimeoutError):
            self.kill()
            raise Lost("timeout", "stopped by the time limit. Is there an endless loop?") from None
        status = self.reap()
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == FAILED_LOCK:
            raise SandboxUnavailable("A lock of the sandbox did not close.", CONTAINER) from None
        raise Lost(*verdict_on(status)) from None

    def kill(self) -> None:
        if self.alive:
            with contextlib.suppress(OSError):
                self.sandbox.control.send(KILL)
            self.reap()

    def reap(self) -> int:
        """Wait for the end of the fork; a sandbox that does not report it is ended itself."""
        self.alive = False
        self.channel.close()
        try:
            return self.sandbox.status()
        except OSError:
            self.sandbox.end()
            return -1

    def close(self) -> None:
        """Hang up; the fork ends when it sees that, or is ended."""
        if self.alive:
            self.kill()


def left(deadline: float) -> float:
    """Give the seconds left until a deadline, never nothing at all."""
    return max(deadline - time.monotonic(), 0.001)


def verdict_on(status: int) -> tuple[str, str]:
    """Turn the status of a fork that ended by itself into (kind, sentence)."""
    if not os.WIFSIGNALED(status):
        return "crashed", "it ended the Python process that ran it"
    number = os.WTERMSIG(status)
    if number == signal.SIGXCPU:
        return "timeout", "stopped by the limit on computing time. Is there an endless loop?"
    name = signal.Signals(number).name if number in set(signal.Signals) else str(number)
    return "crashed", f"the Python process that ran it died ({name})"
