"""What programs take: time on the clock, time of processors, memory of all their processes."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.sandbox.lockdown import LIBC

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
SET_CHILD_SUBREAPER = 36
PATIENCE = 30.0
LAST_WORDS = 3000


@dataclass(frozen=True)
class Taken:
    """What some programs took together.

    Attributes
    ----------
    seconds : float
        From the start of the first to the end of the last.
    cpu : float
        Seconds of processors, of all their processes, also those that they left behind.
    codes : tuple of int
        Exit codes.
    said : tuple of str
        The last words of each, from both of its streams.
    """

    seconds: float
    cpu: float
    codes: tuple[int, ...]
    said: tuple[str, ...]


def together(
    commands: Sequence[Sequence[str]], folders: Sequence[Path], env: Mapping[str, str]
) -> Taken:
    """Run programs at the same time, each in its folder, and wait for all of them."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(heir())
        logs = [stack.enter_context(tempfile.TemporaryFile()) for _ in commands]
        others, before, start = own_children(), children(), time.perf_counter()
        running = [
            subprocess.Popen(
                command,
                cwd=folder,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            for command, folder, log in zip(commands, folders, logs, strict=True)
        ]
        codes = tuple(process.wait() for process in running)
        seconds = time.perf_counter() - start
        wait_for_orphans(others)
        return Taken(seconds, children() - before, codes, tuple(map(last_words, logs)))


@contextlib.contextmanager
def heir() -> Iterator[None]:
    """Let processes whose parent ends before them become children of this one.

    Otherwise nobody would know what time they took: the sandbox of a worker that is ended, say.
    """
    LIBC.prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        LIBC.prctl(SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def wait_for_orphans(others: set[int]) -> None:
    """Wait for what programs have left behind, and kill what does not end by itself.

    Parameters
    ----------
    others : set of int
        Children of this process that have nothing to do with it.
    """
    end = time.monotonic() + PATIENCE
    while orphans := own_children() - others:
        for number in orphans:
            if time.monotonic() > end:
                os.kill(number, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(number, os.WNOHANG)
        time.sleep(0.01)


def own_children() -> set[int]:
    return {number for number, (parent, _) in everything().items() if parent == os.getpid()}


def children() -> float:
    """Give the processor time of all descendants that are over and were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def last_words(log: tempfile._TemporaryFileWrapper[bytes]) -> str:
    log.seek(max(0, log.seek(0, os.SEEK_END) - LAST_WORDS))
    return log.read().decode(errors="replace")


def family(ancestor: int) -> dict[int, float]:
    """List the descendants of a process, itself apart: number -> processor time, seconds.

    The time includes that of their own children which are over.
    """
    stats = everything()
    found: set[int] = set()
    parents = {ancestor}
    while parents:
        parents = {number for number, (parent, _) in stats.items() if parent in parents} - found
        found |= parents
    return {number: stats[number][1] for number in found}


def everything() -> dict[int, tuple[int, float]]:
    """List what runs: number -> number of its parent, and its processor time."""
    stats = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            stats[int(path.parent.name)] = int(fields[1]), sum(map(int, fields[11:15])) / TICK
    return stats


def memory(number: int) -> tuple[int, bool]:
    """Say how much memory a process has, in bytes.

    Returns
    -------
    size : int
        Its proportional share; where that cannot be read, all that it has in memory.
    shared_out : bool
        Whether it is the share.
    """
    folder = Path(f"/proc/{number}")
    try:
        for line in (folder / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return 1024 * int(line.split()[1]), True
    except OSError:
        pass
    try:
        size = PAGE * int((folder / "statm").read_text().split()[1])
    except OSError:  # it is over
        size = 0
    return size, not size


@dataclass
class Peak:
    """The most memory that some processes had together, and whether each told its share of it."""

    size: int = 0
    is_share: bool = True


@contextlib.contextmanager
def watched(every: float = 0.2) -> Iterator[Peak]:
    """Look at the memory of all descendants of this process now and then, and keep the most.

    What lasts shorter than `every` seconds may be missed.
    """
    peak, stop = Peak(), threading.Event()

    def look() -> None:
        while not stop.wait(every):
            each = [memory(number) for number in family(os.getpid())]
            size = sum(size for size, _ in each)
            if size > peak.size:
                peak.size, peak.is_share = size, all(shared_out for _, shared_out in each)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        stop.set()
        watcher.join()
