"""A class that is graded in several ways, and all that is in its gradebook afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np

from grader.classroom.example import example_class
from grader.classroom.example.example_class import DUE, MAKE, Student, without_marks
from grader.classroom.gradebook import lean
from grader.classroom.gradebook.database import DEFAULT_COURSE
from grader.classroom.run import run
from grader.classroom.task import Task
from grader.exercises import EXERCISES
from grader.reference import Live

COURSE = "rnn"
KINDS = ("right", "wrong", "nameless", "late", "unfinished", "hostile", "wrong", "right")
"""None with an endless loop: how long that takes is tested elsewhere."""


def hand_in(course: Path, count: int = len(KINDS)) -> None:
    """Have a class hand in everything, the late ones late."""
    rng = np.random.default_rng(7)
    right = {name: without_marks(Live().source(name)) for name in EXERCISES}
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        answers, extra = MAKE[kind](dict(right), rng)
        when = DUE.replace(hour=18 if kind == "late" else 6)
        student = Student(f"student-{number + 1:03}", kind, answers, when, extra)
        example_class.hand_in(course, student)


def graded(course: Path, **options: Any) -> dict[tuple[str, str], list[str]]:
    """Grade a course; give what could not be graded."""
    found = {
        (o.student, o.assignment): o for o in run(Task(course / "submitted", course, **options))
    }
    return {about: [one.message for one in o.graded] for about, o in found.items()}


def gradebook(url: str) -> list[tuple[Any, ...]]:
    """Read what matters of a gradebook: everybody's points, comments, times and penalties."""
    with lean.tables().Gradebook(url, COURSE if "postgres" in url else DEFAULT_COURSE) as book:
        return sorted(row for a in book.assignments for s in a.submissions for row in rows(a, s))


def rows(assignment: Any, submission: Any) -> list[tuple[Any, ...]]:
    about = (submission.student.id, assignment.name)
    found = [(*about, "", str(submission.timestamp), submission.late_submission_penalty)]
    for notebook in submission.notebooks:
        found.append((*about, notebook.name, "", notebook.late_submission_penalty or 0))
        for grade in notebook.grades:
            points = grade.auto_score, grade.manual_score, grade.needs_manual_grade
            found.append((*about, notebook.name, grade.name, str(points)))
        for comment in notebook.comments:
            found.append((*about, notebook.name, f"# {comment.name}", str(comment.auto_comment)))
    return [tuple(map(str, row)) for row in found]


def sqlite(course: Path) -> str:
    return f"sqlite:///{course / 'gradebook.db'}"


def copied(course: Path, target: Path) -> Path:
    return Path(shutil.copytree(course, target))
