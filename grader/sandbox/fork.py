"""Outside: talk to a fork under a clock, and end what does not end."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Iterator
from typing import Any, NoReturn, Protocol

from grader.sandbox import wire
from grader.sandbox.guest import FAILED_LOCK, KILL, LENGTH
from grader.sandbox.refusal import CONTAINER, SandboxUnavailable

USUAL_FRAME = 2**16


class Lost(Exception):
    """A fork ended, or had to be ended, before it answered.

    `kind` is "timeout" or "crashed".
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


class Orphaned(Lost):
    """A fork was lost because its whole sandbox came to an end, which no student's code can do."""

    def __init__(self) -> None:
        super().__init__("crashed", "the sandbox in which it ran came to an end")


class Supervised(Protocol):
    """What a fork needs of the sandbox that it lives in."""

    control: socket.socket

    def status(self) -> int:
        """Read how the fork ended; an OSError if nobody says it."""

    def end(self) -> None:
        """End the sandbox, with all that is in it."""


class Fork:
    """One locked process in the sandbox, and the channel to it."""

    def __init__(self, sandbox: Supervised, channel: socket.socket) -> None:
        self.sandbox = sandbox
        self.channel = channel
        self.alive = True
        self.rest = b""  # of what has come, beyond the frames that were read
        self.has_spoken = False  # and so was locked: until then no line of a student's ran
        self.begin()

    def begin(self) -> None:
        """Begin a conversation, in which it has said nothing yet."""
        self.is_silent = True
        self.reader = wire.Reader()

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
        return self.value_of(self.frame(deadline))

    def frame(self, deadline: float) -> bytes:
        """Receive the bytes of one frame; mostly, they have come at once."""
        came = bytearray(self.rest)
        if came:
            self.is_silent = False
        try:
            while len(came) < LENGTH.size:
                came += self.part(USUAL_FRAME, deadline)
            (length,) = LENGTH.unpack_from(came)
            if length > wire.LARGEST_FRAME:
                self.kill()
                raise Lost("crashed", "its result is far too large")
            end = LENGTH.size + length
            while len(came) < end:
                came += self.part(min(end - len(came), 2**20), deadline)
        except OSError as error:
            self.lose(error)
        self.rest = bytes(came[end:])
        return bytes(came[LENGTH.size : end])

    def part(self, most: int, deadline: float) -> bytes:
        self.channel.settimeout(left(deadline))
        part = self.channel.recv(most)
        if not part:
            raise ConnectionResetError
        self.is_silent = False
        return part

    def value_of(self, frame: bytes) -> Any:
        """Read a frame strictly.

        Raises
        ------
        Lost
            If it is none.
        """
        with self.strictly():
            value = self.reader.value_of(frame)
        self.has_spoken = True
        return value

    @contextlib.contextmanager
    def strictly(self) -> Iterator[None]:
        """End the fork if its reader finds that a frame is none."""
        try:
            yield
        except wire.BadFrame as error:
            self.kill()
            raise Lost("crashed", f"what it gave back is no answer: {error}") from None

    def lose(self, error: OSError) -> NoReturn:
        """Say how the fork was lost: it ended by itself, or is ended here because time is up.

        It may also have closed its end of the channel and live on, so it is killed either way; of
        a process that is ending already, this does not change the status.
        """
        status = self.kill()
        if isinstance(error, TimeoutError):
            raise Lost("timeout", "stopped by the time limit. Is there an endless loop?") from None
        if status is None:
            raise Orphaned from None
        locked = self.has_spoken or not os.WIFEXITED(status)
        if not locked and os.WEXITSTATUS(status) == FAILED_LOCK:
            raise SandboxUnavailable("A lock of the sandbox did not close.", CONTAINER) from None
        raise Lost(*verdict_on(status)) from None

    def kill(self) -> int | None:
        """End the fork and say how it ended; a sandbox that does not report it is ended itself.

        Returns
        -------
        status : int or None
            None if the sandbox is gone.
        """
        if not self.alive:
            return None
        self.alive = False
        self.channel.close()
        try:
            self.sandbox.control.send(KILL)
            return self.sandbox.status()
        except OSError:
            self.sandbox.end()
            return None

    def close(self) -> None:
        """End the fork, if it is still there."""
        if self.alive:
            self.kill()


def left(deadline: float) -> float:
    """Give the seconds left until a deadline.

    Raises
    ------
    TimeoutError
        If none are left, however much there may be to read.
    """
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def verdict_on(status: int) -> tuple[str, str]:
    """Turn the status of a fork that ended by itself into (kind, sentence)."""
    if not os.WIFSIGNALED(status):
        return "crashed", "it ended the Python process that ran it"
    number = os.WTERMSIG(status)
    if number == signal.SIGXCPU:
        return "timeout", "stopped by the limit on computing time. Is there an endless loop?"
    name = signal.Signals(number).name if number in set(signal.Signals) else str(number)
    return "crashed", f"the Python process that ran it died ({name})"
