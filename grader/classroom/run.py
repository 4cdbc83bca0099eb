"""Grade a class: find, grade, write, one student after the other; nothing stops the others."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from grader.classroom import autograded
from grader.classroom.gradebook import Book, configuration
from grader.classroom.grading import Graded, grade
from grader.classroom.intake import File, find
from grader.classroom.round import FOLDERS, Round, secret_of
from grader.sandbox.host import Sandbox
from grader.sandbox.selftest import selftest

FORKS_A_SANDBOX = 100
ASSIGNMENTS = tuple(dict.fromkeys(FOLDERS.values()))


@dataclass(frozen=True)
class Task:
    """What is to be graded, where, and how.

    Attributes
    ----------
    path : Path
        A file or a folder of submissions.
    course : Path
        nbgrader's course folder; the secret and the gradebook are there.
    round : int
    student : str
        Only this one; "" for all.
    exercises : tuple of str
        Only these; none for all.
    """

    path: Path
    course: Path
    round: int = 1
    student: str = ""
    exercises: tuple[str, ...] = ()

    @property
    def is_course(self) -> bool:
        """Whether this is nbgrader's tree, whose grades belong into the gradebook."""
        return self.path.resolve().is_relative_to((self.course / "submitted").resolve())


def run(task: Task) -> Iterator[Graded]:
    """Grade everything, and give each file's result as soon as it is there.

    Raises
    ------
    SandboxUnavailable
        If strangers' code cannot be run safely here.
    """
    top = task.course / "submitted" if task.is_course else task.path
    files = list(find(task.path if not task.is_course else top, task.student))
    files = [file for file in files if wanted(file, task)]
    cases = Round(secret_of(task.course), task.round)
    book: AbstractContextManager[Book | None] = nullcontext()
    if task.is_course:
        book = Book(task.course, configuration(Path()))
    with Sandbox() as sandbox, book as opened:
        selftest(sandbox, cases)
        for (student, assignment), own in groupby(files, lambda f: (f.student, f.assignment)):
            graded = []
            for file in own:
                renew(sandbox)
                graded.append(grade(file, sandbox, cases, task.exercises))
                yield graded[-1]
            if opened and not task.exercises and assignment:
                keep(task.course, student, assignment, graded)
                opened.write(student, assignment, graded)


def wanted(file: File, task: Task) -> bool:
    """Say whether a file lies under the path that was asked for."""
    if not task.is_course:
        return True
    place = task.course / "submitted" / file.student / file.assignment / file.name
    return place.resolve().is_relative_to(task.path.resolve())


def renew(sandbox: Sandbox) -> None:
    """Begin a new sandbox now and then, so that nothing can pile up in one."""
    if sandbox.forks >= FORKS_A_SANDBOX:
        sandbox.end()
        sandbox.start()


def keep(course: Path, student: str, assignment: str, graded: Sequence[Graded]) -> None:
    """Write the autograded notebooks of a student's assignment, and the pictures they show."""
    released = course / "release" / assignment
    target = course / "autograded" / student / assignment
    for one in graded:
        source = released / one.file.name
        if one.pieces and source.is_file():
            content = autograded.rebuild(source.read_bytes(), one.pieces, one.verdicts)
            replace(target / one.file.name, content)
    for picture in released.glob("images/*"):
        replace(target / "images" / picture.name, picture.read_bytes())
    stamp = course / "submitted" / student / assignment / "timestamp.txt"
    if stamp.is_file() and not stamp.is_symlink():
        replace(target / "timestamp.txt", stamp.read_bytes()[:100])


def replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    os.chmod(name, 0o644)
    os.replace(name, path)


def totals(graded: Iterable[Graded]) -> tuple[float, float]:
    """Add up (points, possible points)."""
    reports = [one.to_json() for one in graded]
    return sum(r["points"] for r in reports), sum(r["max_points"] for r in reports)
