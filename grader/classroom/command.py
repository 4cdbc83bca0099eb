"""`grader grade`: what an instructor types, and what is printed."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from grader.classroom.gradebook import NoAssignment
from grader.classroom.grading import Graded
from grader.classroom.intake import NothingThere
from grader.classroom.round import SecretError
from grader.classroom.run import Task, run
from grader.exercises import EXERCISES
from grader.sandbox.refusal import SandboxUnavailable
from grader.show.terminal import number

DONE, NOTHING_DONE = 0, 2
FAULTS = (NothingThere, SecretError, NoAssignment, SandboxUnavailable)


def grade(arguments: argparse.Namespace) -> int:
    """Grade, print a line for each file as it is done, then the sum.

    Returns
    -------
    code : int
        0 if every file has a result, 2 if nothing could be done.
    """
    course: Path = arguments.course
    unknown = [name for name in arguments.exercise if name not in EXERCISES]
    if unknown:
        print(f"There is no exercise called {unknown[0]}.", file=sys.stderr)
        return NOTHING_DONE
    task = Task(
        arguments.path or course / "submitted",
        course,
        arguments.round,
        arguments.student,
        tuple(arguments.exercise),
    )
    results = []
    try:
        for graded in run(task):
            results.append(graded)
            print(
                json.dumps(graded.to_json(), ensure_ascii=False) if arguments.json else line(graded)
            )
            sys.stdout.flush()
    except FAULTS as error:
        print(error, file=sys.stderr)
        return NOTHING_DONE
    if not results:
        print(f"No notebook and no Python file is below {task.path}.", file=sys.stderr)
        return NOTHING_DONE
    if not arguments.json:
        print(summary(task, results))
    return DONE


def example_class(arguments: argparse.Namespace) -> int:
    """Make a course with an example class in it."""
    from grader.classroom import trial

    try:
        trial.set_up(arguments.course, arguments.students, arguments.seed)
    except trial.OwnClass as error:
        print(error, file=sys.stderr)
        return NOTHING_DONE
    return DONE


def line(graded: Graded) -> str:
    """Say on one line what became of a file: its points, and what is not right."""
    report = graded.to_json()
    points = f"{number(report['points'])} / {number(report['max_points'])}"
    wrong = [f"{v.exercise} {v.status}" for v in graded.verdicts if v.status != "correct"]
    said = graded.message or ", ".join(wrong)
    return f"{graded.file.label:44} {points:>9}  {said}".rstrip()


def summary(task: Task, results: list[Graded]) -> str:
    files, students = len(results), len({graded.file.student for graded in results})
    unusable = sum(bool(graded.message) for graded in results)
    lines = ["", f"{files} files of {students} students graded, {unusable} of them unusable."]
    if task.is_course:
        lines += [
            f"Points and comments: {task.course / 'gradebook.db'}",
            f"Autograded notebooks: {task.course / 'autograded'}",
            "To look at them: nbgrader formgrader, or run: nbgrader generate_feedback ASSIGNMENT",
        ]
    return "\n".join(lines)
