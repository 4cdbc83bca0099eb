"""`grader grade`, `report` and `example-class`: what they do once typed, and what is printed."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from grader.classroom.gradebook.book import NoAssignment
from grader.classroom.handed_in.intake import NothingThere, printable
from grader.classroom.judged.grading import told
from grader.classroom.judged.round import SecretError
from grader.classroom.report import writing
from grader.classroom.run import run
from grader.classroom.task import Outcome, Task
from grader.classroom.terminal.any_sign import show_any_sign
from grader.classroom.terminal.ending import DONE, SOME_FAILED, STOPPED, nothing_done
from grader.classroom.terminal.progress import Progress
from grader.classroom.terminal.summary import (
    FILE,
    Seen,
    move_lines,
    shortcomings,
    stopped,
    summary,
)
from grader.classroom.terminal.table import Table
from grader.classroom.workers.cluster import NoCluster
from grader.classroom.workers.worker import AnotherVersion
from grader.exercises import EXERCISES
from grader.sandbox.refusal import SandboxUnavailable
from grader.show.terminal import count

NOTHING_YET = (
    "Nothing is handed in yet: {} is not there. Section 4 of docs/instructor.md says what belongs "
    "into it."
)
UNREPORTED = "The report of the class could not be written, although the grades were"
FAULTS = (
    NothingThere,
    SecretError,
    NoAssignment,
    SandboxUnavailable,
    NoCluster,
    AnotherVersion,
)


def grade(arguments: argparse.Namespace) -> int:
    """Grade, print a line for each student's assignment as it is done, then a summary.

    Returns
    -------
    code : int
        0 if every file has a result, 1 if an error of the grader's own cost some file its grade,
        some student the page of feedback or the class its report, 2 if nothing could be done, 130
        after Ctrl-C.
    """
    show_any_sign()
    unknown = [name for name in arguments.exercise if name not in EXERCISES]
    if unknown:
        there_are = f"There are: {', '.join(EXERCISES)}."
        return nothing_done(f"There is no exercise called {unknown[0]}. {there_are}")
    if not (arguments.path or (arguments.course / "submitted").exists()):
        return nothing_done(NOTHING_YET.format((arguments.course / "submitted").absolute()))
    task, seen = asked(arguments), Seen()
    try:
        report_on(task, seen, arguments.json)
    except FAULTS as error:
        return nothing_done(error)
    except KeyboardInterrupt:
        print(f"\n{stopped(task, seen)}", file=sys.stderr)
        return STOPPED
    if not (seen.files or seen.unchanged):
        what = f"file that answers {' or '.join(task.exercises)}" if task.exercises else FILE
        what += f" of {printable(task.student)}" if task.student else ""
        return nothing_done(f"No {what} is below {task.path}.")
    reported, missed = with_report(task)
    if not arguments.json:
        print("\n".join(summary(task, seen, reported)))
    for complaint in (*shortcomings(seen), missed):
        if complaint:
            print(f"\n{complaint}", file=sys.stderr)
    return SOME_FAILED if seen.failed or seen.unwritten or missed else DONE


def asked(arguments: argparse.Namespace) -> Task:
    course: Path = arguments.course
    task = Task(
        arguments.path or course / "submitted",
        course,
        arguments.round,
        arguments.student,
        tuple(arguments.exercise),
        cores() if arguments.jobs is None else arguments.jobs,
        arguments.dask,
        arguments.force,
        arguments.dry_run,
    )
    return replace(task, dry=task.dry and task.is_recorded)  # otherwise nothing could move


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0))


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
    except (writing.NoResults, NoAssignment, SecretError, OSError) as error:
        return nothing_done(error)
    whose = "without names" if about.anonymous else "with names"
    print(f"{path}: {count(len(about.people), 'student')}, {whose}.")
    return DONE


def report_on(task: Task, seen: Seen, as_json: bool) -> None:
    """Run a task, and print each result as it comes."""
    places = task.places()
    names, folders = {p.student for p in places}, {p.assignment for p in places}
    table = Table(names, folders, task.exercises)
    with Progress(len({(p.student, p.assignment) for p in places})) as progress:
        for outcome in run(task, places):
            seen.add(outcome)
            progress.add(outcome)
            said = [*(json_lines(outcome, task) if as_json else lines(outcome, task, table))]
            if said and not (seen.printed or as_json):
                progress.print("\n".join(table.header()))
            seen.printed |= bool(said)
            for line in said:
                progress.print(line)


def json_lines(outcome: Outcome, task: Task) -> Iterator[str]:
    """Write every file as a line for other programs."""
    for one in outcome.graded:
        line = one.to_json()
        if task.dry:
            line["moves"] = [asdict(m) for m in outcome.moves if m.exercise in line["exercises"]]
        yield json.dumps(line)  # in ASCII, which is JSON on every terminal


def lines(outcome: Outcome, task: Task, table: Table) -> Iterator[str]:
    """Write a line of the table; in a dry run, only where something would move, and what."""
    if outcome.unchanged or (task.dry and not outcome.moves):
        return
    yield table.row(outcome)
    yield from move_lines(outcome.moves)


def example_class(arguments: argparse.Namespace) -> int:
    """Make a course with an example class in it."""
    from grader.classroom.example import trial

    try:
        trial.set_up(arguments.course, arguments.students, arguments.seed)
    except trial.OwnClass as error:
        return nothing_done(error)
    return DONE
