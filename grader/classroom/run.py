"""Grade a class: find, grade, write, one student after the other; nothing stops the others."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from grader.classroom import autograded, feedback, results
from grader.classroom.database import configuration
from grader.classroom.gradebook import Book
from grader.classroom.grading import Graded, attempt, counting, failure, may_answer, told
from grader.classroom.intake import MOST_FILES, File, Place, files, places, printable
from grader.classroom.round import ASSIGNMENTS, Round, secret_of
from grader.sandbox.host import Sandbox
from grader.sandbox.refusal import SandboxUnavailable
from grader.sandbox.selftest import selftest

FORKS_A_SANDBOX = 100


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
        Only these, and only files that answer them; none for all.
    """

    path: Path
    course: Path
    round: int = 1
    student: str = ""
    exercises: tuple[str, ...] = ()

    @property
    def inside(self) -> tuple[str, ...] | None:
        """Where this is in nbgrader's tree: (), (student,), … — or None if it is elsewhere."""
        path, tree = real(self.path), real(self.course / "submitted")
        return path.relative_to(tree).parts if path.is_relative_to(tree) else None

    @property
    def is_course(self) -> bool:
        """Whether this is nbgrader's tree, whose grades belong into the gradebook."""
        return self.inside is not None

    @property
    def is_recorded(self) -> bool:
        """Whether grades are written down: not those of a few exercises only."""
        return self.is_course and not self.exercises

    @property
    def is_whole(self) -> bool:
        """Whether the whole class is graded and written down."""
        return self.is_recorded and self.inside == () and not self.student

    def places(self) -> list[Place]:
        """List what was handed in; nothing is read yet."""
        if not self.is_course:
            return places(self.path, student=self.student)
        return places(real(self.path), real(self.course / "submitted"), self.student)


def real(path: Path) -> Path:
    """Follow links; those that lead in a circle lead nowhere, and that is no error here."""
    return Path(os.path.realpath(path))


@dataclass(frozen=True)
class Outcome:
    """What became of one student's assignment.

    Attributes
    ----------
    student, assignment : str
    graded : tuple of Graded
        Every file.
    counted : dict
        Name of a notebook -> the file that counts for it.
    late : float
        Seconds.
    note : str
        What else an instructor has to know.
    unwritten : str
        Why the page of feedback could not be written, although the grades were.
    """

    student: str
    assignment: str
    graded: tuple[Graded, ...]
    counted: dict[str, Graded]
    late: float = 0
    note: str = ""
    unwritten: str = ""


def run(task: Task) -> Iterator[Outcome]:
    """Grade everything, and give each student's assignment as soon as it is done.

    Raises
    ------
    SandboxUnavailable
        If strangers' code cannot be run safely here.
    NoAssignment
        If the gradebook could not take the grades; nothing was run then.
    """
    listed = task.places()
    cases = Round(secret_of(task.course), task.round)
    book: AbstractContextManager[Book | None] = nullcontext()
    if task.is_recorded and listed:
        book = Book(task.course, configuration(Path(), task.course))
    with book as opened:
        if opened:
            opened.demand(dict.fromkeys(place.assignment for place in listed))
        with Sandbox() as sandbox:
            selftest(sandbox, cases)
            for (student, assignment), found in groupby(listed, whose):
                problem = refused(student, assignment, opened)
                own = [Place(Path(), student, assignment, (), problem)] if problem else [*found]
                outcome = graded(student, assignment, own, sandbox, cases, task)
                if task.exercises and not outcome.graded:
                    continue
                if opened and assignment and not problem:
                    outcome = recorded(outcome, opened, task)
                elif opened and not problem:
                    outcome = replace(outcome, note="not in the gradebook: no assignment's folder")
                yield outcome


def whose(place: Place) -> tuple[str, str]:
    return place.student, place.assignment


def refused(student: str, assignment: str, book: Book | None) -> str:
    """Say why nothing of a folder is run, or nothing."""
    if book is None:
        return ""
    if student != printable(student):
        return f"The name of the folder {printable(student)} is not text. Rename it."
    if not assignment or book.points(assignment):
        return ""
    folders = " and ".join(ASSIGNMENTS)
    return f"{printable(assignment)} is no assignment of this course, which has {folders}."


def graded(
    student: str,
    assignment: str,
    own: Sequence[Place],
    sandbox: Sandbox,
    cases: Round,
    task: Task,
) -> Outcome:
    """Grade one student's assignment, as far as its files answer what is asked."""
    done: list[Graded] = []
    try:
        for file in some(own):
            if not may_answer(file, task.exercises):
                continue
            renew(sandbox)
            one = attempt(file, sandbox, cases, task.exercises)
            if one.verdicts or one.message:
                done.append(one)
    except SandboxUnavailable:
        raise
    except Exception as error:
        label = printable(student)
        done.append(failure(File(student, assignment, "", label), error))
    return Outcome(student, assignment, tuple(done), counting(done))


def some(own: Sequence[Place]) -> Iterator[File]:
    """Give the files of a student one by one, and no more than a class has time for."""
    found = (file for place in own for file in files(place))
    for number, file in enumerate(found):
        if number == MOST_FILES:
            said = f"There are more than {MOST_FILES} files. The others are not graded."
            yield replace(file, name="", label=printable(file.student), content=b"", problem=said)
            return
        yield file


def recorded(outcome: Outcome, book: Book, task: Task) -> Outcome:
    """Write the grades, the autograded notebooks and the feedback of a student's assignment.

    Without its grades in the gradebook, no file of it has a grade. Once they are there they stand,
    whatever becomes of the page. The others go on either way.
    """
    whole = len(task.inside or ()) <= 2
    student, assignment, counted = outcome.student, outcome.assignment, outcome.counted
    if not any(one.file.name for one in outcome.graded):  # nothing was handed in
        return outcome
    kept = "some of its autograded notebooks may be new"
    try:
        autograded.keep(task.course, student, assignment, counted, whole)
        kept = "its autograded notebooks are new already"
        late = book.write(student, assignment, counted, whole)
    except Exception as error:
        message = f"The grade could not be written down: {told(error)}. {UNCHANGED.format(kept)}"
        ones = tuple(replace(o, message=message, verdicts=(), failed=True) for o in outcome.graded)
        return replace(outcome, graded=ones, counted=counting(ones))
    outcome = with_results(replace(outcome, late=late), task.course, whole)
    try:
        page = feedback.page(book, student, assignment, counted, whole)
        autograded.put(feedback.place(task.course, student, assignment), page)
        return outcome
    except Exception as error:
        return replace(outcome, unwritten=f"{WITHOUT_PAGE}: {told(error)}.")


def with_results(outcome: Outcome, course: Path, whole: bool) -> Outcome:
    """Keep what the report of the class needs; without it the grades stand all the same."""
    student, assignment = outcome.student, outcome.assignment
    try:
        results.keep(
            course, student, assignment, outcome.graded, outcome.counted, outcome.late, whole
        )
        return outcome
    except Exception as error:
        return replace(outcome, note=f"not in the report: {told(error)}")


UNCHANGED = "The gradebook holds what it held before; {}."
WITHOUT_PAGE = (
    "Points, comments and autograded notebooks are written. The page of feedback is not, or is "
    "that of an earlier run"
)


def renew(sandbox: Sandbox) -> None:
    """Begin a new sandbox now and then, so that nothing can pile up in one."""
    if sandbox.forks >= FORKS_A_SANDBOX:
        sandbox.end()
        sandbox.start()
        sandbox.forks = 0
