"""A course with a small class in it, and nbgrader's converters as its programs start them."""

from __future__ import annotations

import contextlib
import json
import shutil
from pathlib import Path

import nbgrader_doors as doors
from answers import variant
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from grader import build
from grader.classroom.example import example_class, trial
from grader.classroom.gradebook.database import configuration

ASSIGNMENT = "1_rnn"
CLASS = {student.kind: student for student in reversed([*example_class.students(12, 1)])}
CLASS["partly"] = example_class.Student("student-013", "partly", variant(3), example_class.DUE)
"""One student of each kind: right, wrong, unfinished, late, hostile, broken; and a mistake each."""


def make(folder: Path) -> Path:
    """Make the course, with nbgrader_config.py beside it, and have everybody hand in."""
    folder.mkdir(parents=True, exist_ok=True)
    build.main(solved=folder / "course" / "source")
    with contextlib.chdir(folder):
        trial.generate(folder / "course", ASSIGNMENT)
    shutil.copy(doors.ROOT / "nbgrader_config.py", folder)
    for student in CLASS.values():
        example_class.hand_in(folder / "course", student)
        shutil.rmtree(folder / "course" / "submitted" / student.name / "2_lstm")
    return folder


def convert(
    kind: type, folder: Path, assignment: str, student: str = "*", **settings: bool
) -> None:
    """Run one of nbgrader's converters in this process, as its program of that name does."""
    config = configuration(folder, folder)
    config.SandboxedExecute.update(settings)
    place = CourseDirectory(config=config)
    place.assignment_id, place.student_id = assignment, student
    if kind is GenerateAssignment:
        place.student_id = "."
    kind(coursedir=place, config=config, force=True).start()


def autograde(folder: Path, student: str = "*", assignment: str = ASSIGNMENT, **settings: bool):
    convert(Autograde, folder, assignment, student, **settings)


def book(folder: Path) -> Gradebook:
    return Gradebook(f"sqlite:///{folder / 'course' / 'gradebook.db'}")


def scores(folder: Path) -> dict[tuple[str, str], tuple[float | None, bool]]:
    """Give what the gradebook holds: (student, cell) -> automatic score, and is it to be read."""
    with book(folder) as opened:
        return {
            (submission.student.id, grade.name): (grade.auto_score, grade.needs_manual_grade)
            for submission in opened.assignment_submissions(ASSIGNMENT)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def autograded(folder: Path, student: str) -> dict[str, list[dict]]:
    """Read the autograded notebooks of a student: file -> cells."""
    place = folder / "course" / "autograded" / student / ASSIGNMENT
    return {
        path.name: [whole(cell) for cell in json.loads(path.read_text("utf-8"))["cells"]]
        for path in sorted(place.glob("*.ipynb"))
    }


def whole(value):
    """Put lines together, which notebooks may hold either way."""
    if isinstance(value, dict):
        return {key: whole(item) for key, item in value.items()}
    if isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            return "".join(value)
        return [whole(item) for item in value]
    return value
