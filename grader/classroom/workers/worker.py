"""One student's assignment, graded by whoever has the time: this process, another, a machine.

A worker has a sandbox of its own, and the right answers of the round, for as long as it lives.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from time import monotonic

from grader.classroom.handed_in.intake import File, printable
from grader.classroom.judged.grading import Graded, attempt, failure, may_answer
from grader.classroom.judged.round import Round
from grader.classroom.kept.key import checks
from grader.exercises import EXERCISES
from grader.sandbox.host import Sandbox
from grader.sandbox.lockdown import LIBC, SET_DEATH_SIGNAL
from grader.sandbox.refusal import SandboxUnavailable
from grader.sandbox.selftest import tried_out
from grader.sandbox.session import BUDGET

FORKS_A_SANDBOX = 400
SECONDS_AN_ASSIGNMENT = 5 * BUDGET
"""That is enough for all notebooks of the course; there may be four times as many files."""

OWN = threading.local()
"""What each thread of a worker keeps: its sandbox."""


@dataclass(frozen=True)
class Job:
    """All that is needed to grade one student's assignment, wherever that is done.

    Attributes
    ----------
    student, assignment : str
    files : tuple of File
        What was handed in.
    secret : bytes
        The course's, from which the cases are drawn.
    round : int
    exercises : tuple of str
        Only these; none for all.
    checks : str
        The version of the checks by which it has to be judged.
    trouble : str
        An error of the grader's own because of which there are no files.
    """

    student: str
    assignment: str
    files: tuple[File, ...] = field(repr=False)
    secret: bytes = field(repr=False)
    round: int
    exercises: tuple[str, ...] = ()
    checks: str = ""
    trouble: str = ""

    @property
    def about(self) -> tuple[str, str]:
        """The student and the assignment."""
        return self.student, self.assignment


class AnotherVersion(Exception):
    """A worker has another version of this program; the message says what to do."""


def work(job: Job) -> tuple[Graded, ...]:
    """Grade every file of an assignment that answers something.

    Raises
    ------
    SandboxUnavailable
        If strangers' code cannot be run safely here.
    AnotherVersion
        If this worker would judge by other checks.
    """
    if job.checks != checks():
        raise AnotherVersion(
            "A worker runs another version of the course, of NumPy or of Python than this machine. "
            "Its grades would not be comparable. Install the same on all machines."
        )
    cases = round_of(job.secret, job.round)
    sandbox = own_sandbox(cases)
    return tuple(graded(job, sandbox, cases))


def graded(job: Job, sandbox: Sandbox, cases: Round) -> Iterator[Graded]:
    if job.trouble:
        yield failure(no_file_of(job.student, job.assignment), job.trouble)
    end = monotonic() + SECONDS_AN_ASSIGNMENT
    try:
        for file in job.files:
            if may_answer(file, job.exercises):
                renew(sandbox)
                one = attempt(file, sandbox, cases, job.exercises, end - monotonic())
                if one.verdicts or one.message:
                    yield one
    except SandboxUnavailable:
        raise
    except Exception as error:
        yield failure(no_file_of(job.student, job.assignment), error)


def no_file_of(student: str, assignment: str) -> File:
    """Stand for what a student has handed in, where no file is to blame."""
    return File(student, assignment, "", printable(student))


def prepare(secret: bytes, number: int) -> None:
    """Start the sandbox, and draw the cases of a round, before the first job comes."""
    cases = round_of(secret, number)
    own_sandbox(cases)
    for exercise in EXERCISES.values():
        cases.answers(cases.plan(exercise))


@lru_cache(maxsize=2)
def round_of(secret: bytes, number: int) -> Round:
    return Round(secret, number)


def own_sandbox(cases: Round) -> Sandbox:
    """Give this thread's sandbox; a new one is tried out before it is used."""
    if not hasattr(OWN, "sandbox"):
        OWN.sandbox = tried_out(cases)
    found: Sandbox = OWN.sandbox
    return found


def renew(sandbox: Sandbox) -> None:
    """Begin a new sandbox now and then, so that nothing can pile up in one."""
    if sandbox.forks >= FORKS_A_SANDBOX:
        sandbox.end()
        sandbox.start()


def rest() -> None:
    """End this thread's sandbox, if it has one."""
    if hasattr(OWN, "sandbox"):
        OWN.sandbox.end()
        del OWN.sandbox


def begin(parent: int) -> None:
    """Make a process a worker: it leaves Ctrl-C to its parent, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    LIBC.prctl(SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it was gone before it could be noticed
        os._exit(1)
