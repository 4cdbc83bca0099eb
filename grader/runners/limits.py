"""Keep a learner's function from running for ever, and from writing all over the place."""

from __future__ import annotations

import contextlib
import io
import signal
import threading
from collections.abc import Iterator
from typing import Any


class TimeIsUp(BaseException):
    """Raised in a function that runs too long; no Exception, so that `except` rarely hides it."""


class Sink(io.TextIOBase):
    """Swallows what a learner's function prints, however much."""

    def write(self, text: str) -> int:
        return len(text)

    def writable(self) -> bool:
        return True


def display(*_: Any, **__: Any) -> None:
    """Show nothing: stands for the function that a notebook has without an import, and only it."""


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    with contextlib.redirect_stdout(Sink()), contextlib.redirect_stderr(Sink()):
        yield


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeIsUp after some seconds, and every tenth from then on, where signals exist."""
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def ring(signum: int, frame: Any) -> None:
        raise TimeIsUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
