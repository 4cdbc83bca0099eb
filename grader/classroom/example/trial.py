"""From nothing to a graded example class: what `make grade` does, one step after the other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from grader import build
from grader.assignments import ASSIGNMENTS
from grader.classroom import typed
from grader.classroom.example import example_class
from grader.classroom.gradebook import database
from grader.lab import ROOT


class OwnClass(Exception):
    """The course folder holds a class of the instructor's own; the message says what to do."""


def set_up(course: Path, count: int, seed: int) -> None:
    """Make a course with an example class in it, as an instructor would by hand.

    Raises
    ------
    OwnClass
        If the folder is in use for something else.
    """
    mark = course / example_class.MARK
    if course.exists() and not mark.exists() and any(course.iterdir()):
        raise OwnClass(
            f"{course} holds a course of yours, to which no example class is added. To grade it: "
            f"{typed.command(course, 'grade')}. To try the example: make grade COURSE=example"
        )
    course.mkdir(parents=True, exist_ok=True)
    mark.write_text("An example class; this folder may be deleted.\n", encoding="utf-8")
    build.main(solved=course / "source")
    for assignment in ASSIGNMENTS:
        generate(course, assignment)
    for student in example_class.students(count, seed):
        example_class.hand_in(course, student)
    print(f"{count} students have handed in: {course / 'submitted'}")


def generate(course: Path, assignment: str) -> None:
    """Have nbgrader make an assignment, with a due date that one student has missed."""
    environment = {**os.environ, "PATH": search_path()}
    options = [f"--CourseDirectory.root={course.resolve()}", "--force"]
    options.append(f"--CourseDirectory.db_url={address(course)}")
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", assignment, *options]
    # In the repository's folder, where nbgrader finds the settings of the course.
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"nbgrader could not make {assignment}:\n{done.stderr[-2000:]}")
    print(f"nbgrader has made the assignment {assignment}.")

    from nbgrader.api import Gradebook

    with Gradebook(address(course)) as book:
        due = example_class.DUE.strftime("%Y-%m-%d %H:%M:%S UTC")
        book.update_or_create_assignment(assignment, duedate=due)


def address(course: Path) -> str:
    return database.sqlite(course.resolve() / "gradebook.db")


def search_path() -> str:
    """Put this Python's programs first: nbgrader calls one of them by name."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
