"""What is to be graded, and what became of one student's assignment."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from grader.classroom.handed_in.intake import Place, places
from grader.classroom.judged.grading import Graded, counting
from grader.exercises import LESSONS, of_lesson

About = tuple[str, str]
"""A student and an assignment."""


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
    jobs : int
        How many processes grade; 1 for this one.
    dask : str
        The address of a cluster that grades instead.
    force : bool
        Whether that is graded again, too, which has not changed since it was.
    dry : bool
        Whether nothing is written, and said instead what would move.
    """

    path: Path
    course: Path
    round: int = 1
    student: str = ""
    exercises: tuple[str, ...] = ()
    jobs: int = 1
    dask: str = ""
    force: bool = False
    dry: bool = False

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
    def is_of_assignments(self) -> bool:
        """Whether of each assignment all is graded: what is not there, was not handed in."""
        return len(self.inside or ()) <= 2

    @property
    def is_whole(self) -> bool:
        """Whether the whole class is graded and written down."""
        return self.is_recorded and not self.dry and self.inside == () and not self.student

    def places(self) -> list[Place]:
        """List what was handed in; nothing is read yet."""
        if not self.is_course:
            return places(self.path, student=self.student)
        return places(real(self.path), real(self.course / "submitted"), self.student)


def real(path: Path) -> Path:
    """Follow links; those that lead in a circle lead nowhere, and that is no error here."""
    return Path(os.path.realpath(path))


@dataclass(frozen=True)
class Move:
    """A grade that would change: points before (None: not graded yet) and after."""

    exercise: str
    before: float | None
    after: float
    by_hand: bool = False


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
    unchanged : bool
        Whether it stands as it was graded before.
    moves : tuple of Move
        What would change in the gradebook, where nothing is written.
    lessons : tuple of str
        The notebooks that make the assignment; none where nobody knows.
    """

    student: str
    assignment: str
    graded: tuple[Graded, ...]
    counted: dict[str, Graded]
    late: float = 0
    note: str = ""
    unwritten: str = ""
    unchanged: bool = False
    moves: tuple[Move, ...] = ()
    lessons: tuple[str, ...] = ()

    @classmethod
    def of(cls, about: About, graded: tuple[Graded, ...], lessons: tuple[str, ...]) -> Outcome:
        """Put together what was graded, and choose the files that count."""
        return cls(*about, graded, counting(graded), lessons=lessons)

    @property
    def about(self) -> About:
        return self.student, self.assignment

    def points(self, worth: Collection[str], whole: bool) -> dict[str, float]:
        """Give the points that it brings, by exercise, in the order of the course.

        Parameters
        ----------
        worth : collection of str
            The exercises of the gradebook's checks.
        whole : bool
            Whether a notebook that is not there was not handed in, and brings nothing.
        """
        found: dict[str, float] = {}
        for lesson in LESSONS:
            one = self.counted.get(lesson)
            if one:
                found |= {v.exercise: float(v.points) for v in one.verdicts_on(lesson)}
            elif whole:
                found |= {exercise.name: 0.0 for exercise in of_lesson(lesson)}
        return {name: points for name, points in found.items() if name in worth}
