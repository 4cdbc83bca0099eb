"""Outside: start a sandbox, have it fork for each submission, end it with all that is in it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Mapping

from grader.sandbox import bubblewrap, syscalls
from grader.sandbox.fork import Fork
from grader.sandbox.guest import FORK, READY, STATUS
from grader.sandbox.refusal import CONTAINER, SandboxUnavailable

START_SECONDS = 30.0
END_SECONDS = 5.0


class Sandbox:
    """One running sandbox. Its supervisor forks for each submission and reads none.

    Use it as a context manager, so that nothing outlives it. `about` is what bubblewrap says of it:
    its first process, and the number of each namespace that it has of its own.
    """

    about: Mapping[str, int]

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
        self.forks = 0
        with contextlib.ExitStack() as undo:
            self.control, theirs = socket.socketpair()
            self.complaints = tempfile.TemporaryFile()  # noqa: SIM115 (closed in `end`)
            undo.callback(self.control.close)
            undo.callback(self.complaints.close)
            said, says = os.pipe()
            undo.callback(os.close, said)
            with tempfile.TemporaryFile() as file, theirs, os.fdopen(says, "wb"):
                file.write(code)
                file.seek(0)
                descriptors = (theirs.fileno(), file.fileno(), says)
                line = bubblewrap.command(*descriptors)
                try:
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
                except OSError as error:
                    reason = f"{line[0]} did not start: {error.strerror}."
                    raise SandboxUnavailable(reason, bubblewrap.REMEDY) from None
            undo.pop_all()
        self.greet(said)

    def greet(self, said: int) -> None:
        """Wait for the supervisor, and open a handle on it that cannot mean another process."""
        self.control.settimeout(START_SECONDS)
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
        self.about = json.loads(words)
        self.handle = os.pidfd_open(self.about["child-pid"])

    def fork(self) -> Fork:
        """Have a fresh, locked fork made for one submission."""
        if self.process is None:
            self.start()
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self.control, [FORK], [theirs.fileno()])
            except OSError:  # something outside has ended the sandbox since
                self.end()
                self.start()
                socket.send_fds(self.control, [FORK], [theirs.fileno()])
        self.forks += 1
        return Fork(self, ours)

    def status(self) -> int:
        """Read how the fork ended.

        Raises
        ------
        OSError
            If the supervisor does not say it, or is gone itself.
        """
        self.control.settimeout(END_SECONDS)
        word = self.control.recv(STATUS.size, socket.MSG_WAITALL)
        if len(word) != STATUS.size:
            raise ConnectionResetError
        return int(STATUS.unpack(word)[0])

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
