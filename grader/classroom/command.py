"""`grader grade`: what an instructor types, and what is printed."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from grader.classroom.gradebook import NoAssignment
from grader.classroom.grading import told
from grader.classroom.intake import NothingThere, printable
from grader.classroom.report import writing
from grader.classroom.round import SecretError
from grader.classroom.run import Outcome, Task, run
from grader.classroom.table import Table, complaints
from grader.exercises import EXERCISES
from grader.sandbox.refusal import SandboxUnavailable

DONE, SOME_FAILED, NOTHING_DONE = 0, 1, 2
FAULTS = (NothingThere, SecretError, NoAssignment, SandboxUnavailable)


def grade(arguments: argparse.Namespace) -> int:
    """Grade, print a line for each student's assignment as it is done, then a summary.

    Returns
    -------
    code : int
        0 if every file has a result, 1 if an error of the grader's own cost some file its grade or
        some student the page of feedback, 2 if nothing could be done.
    """
    if isinstance(sys.stdout, TextIOWrapper):  # a name must not stop a class on a terminal of old
        sys.stdout.reconfigure(errors="backslashreplace")
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
    seen = Seen()
    try:
        report_on(task, seen, arguments.json)
    except FAULTS as error:
        print(error, file=sys.stderr)
        return NOTHING_DONE
    if not seen.files:
        what = f"file that answers {' or '.join(task.exercises)}" if task.exercises else FILE
        print(f"No {what} is below {task.path}.", file=sys.stderr)
        return NOTHING_DONE
    reported, missed = with_report(task)
    if not arguments.json:
        print("\n".join(summary(task, seen, reported)))
    if seen.failed:
        print(f"\n{FAILED.format(seen.failed)}", file=sys.stderr)
    if seen.unwritten:
        print(f"\n{UNWRITTEN.format(len(seen.unwritten))}", file=sys.stderr)
    if missed:
        print(f"\n{missed}", file=sys.stderr)
    return SOME_FAILED if seen.failed or seen.unwritten or missed else DONE


def with_report(task: Task) -> tuple[list[str], str]:
    """Write the report of a class that was graded whole.

    Returns
    -------
    said : list of str
        A line for the summary; none where there is nothing to report.
    missed : str
        What is in the way.
    """
    if not task.is_whole:
        return [], ""
    try:
        return [f"Report of the class: {writing.write(task.course)[0]}"], ""
    except writing.NoResults:
        return [], ""
    except Exception as error:
        return [], f"{UNREPORTED}: {told(error)}."


def report(arguments: argparse.Namespace) -> int:
    """Write the report of a class from what grading has kept."""
    try:
        path, about = writing.write(arguments.course, arguments.anonymous)
    except (writing.NoResults, OSError) as error:
        print(error, file=sys.stderr)
        return NOTHING_DONE
    whose = "without names" if about.anonymous else "with names"
    print(f"{path}: {counted(len(about.people), 'student')}, {whose}.")
    return DONE


UNREPORTED = "The report of the class could not be written, although the grades were"
FILE = "notebook and no Python file"
FAILED = (
    "Files without a grade because of an error in the grader, not in them: {}. Run the same "
    "command again; if they stay, please report the lines that say why."
)
UNWRITTEN = (
    "Pages of feedback that could not be written, although the grades were: {}. Run the same "
    "command again."
)


class Seen:
    """What a summary needs to know of a class; the work itself is not kept."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.students: set[str] = set()
        self.files = 0
        self.failed = 0
        self.unusable: list[tuple[str, str]] = []
        self.unwritten: list[tuple[str, str]] = []

    def add(self, outcome: Outcome) -> None:
        self.students.add(outcome.student)
        self.files += len(outcome.graded)
        self.failed += sum(one.failed for one in outcome.graded)
        self.unusable += [(one.file.label, one.message) for one in outcome.graded if one.message]
        if outcome.unwritten:
            about = f"{printable(outcome.student)}, {outcome.assignment}"
            self.unwritten.append((about, outcome.unwritten))


def report_on(task: Task, seen: Seen, as_json: bool) -> None:
    """Run a task, and print each result as it comes."""
    places = task.places()
    names, folders = {p.student for p in places}, {p.assignment for p in places}
    table = Table(names, folders, task.exercises)
    for outcome in run(task):
        if not (seen.files or as_json):
            print("\n".join(table.header()))
        seen.add(outcome)
        if as_json:
            for one in outcome.graded:
                print(json.dumps(one.to_json(), ensure_ascii=False))
        else:
            print(table.row(outcome))
        sys.stdout.flush()


def summary(task: Task, seen: Seen, reported: Sequence[str]) -> list[str]:
    seconds = time.monotonic() - seen.start
    files, students = counted(seen.files, "file"), counted(len(seen.students), "student")
    lines = ["", f"{files} of {students} graded in {seconds:.0f} seconds."]
    if seen.unusable:
        lines += [f"{counted(len(seen.unusable), 'file')} could not be used:"]
        lines += complaints(seen.unusable)
    if seen.unwritten:
        lines += [f"{counted(len(seen.unwritten), 'page')} of feedback could not be written:"]
        lines += complaints(seen.unwritten)
    if task.is_recorded:
        lines += [
            f"Points and comments: {task.course / 'gradebook.db'}",
            f"Autograded notebooks: {task.course / 'autograded'}",
            f"Pages of feedback: {task.course / 'feedback'}",
            *reported,
            "To look at it all: jupyter lab, then in its menu Nbgrader, Formgrader",
        ]
    elif task.is_course:
        lines += ["Nothing was written down: only some exercises were graded."]
    return lines


def counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def example_class(arguments: argparse.Namespace) -> int:
    """Make a course with an example class in it."""
    from grader.classroom import trial

    try:
        trial.set_up(arguments.course, arguments.students, arguments.seed)
    except trial.OwnClass as error:
        print(error, file=sys.stderr)
        return NOTHING_DONE
    return DONE
