"""The commands on a class, as they are typed. What each one does is loaded when it is called."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from grader.options import named, natural

GRADE = """The exit code is 0 if every file has a result, 1 if an error of the grader's own cost
somebody something, 2 if nothing could be done, 130 after Ctrl-C."""
COMMENT = "Without words it shows a group of answers, without a group it lists all of them."


def add_classroom_commands(commands: Any) -> None:
    add_grade(commands)
    add_report(commands)
    add_feedback(commands)
    add_comment(commands)
    add_example_class(commands)


def add_grade(commands: Any) -> None:
    grade = named(commands, "grade", "grade what a class has handed in, in the sandbox", GRADE)
    grade.add_argument("path", type=Path, nargs="?", help="default: the course's submitted/")
    add_course(grade)
    grade.add_argument("--round", type=natural, default=1, help="another one draws other inputs")
    add_student(grade)
    only = "only this, and write nothing down; may be given several times"
    grade.add_argument("--exercise", action="append", default=[], metavar="NAME", help=only)
    grade.add_argument("--json", action="store_true", help="a line of JSON for each file")
    add_jobs(grade)
    grade.add_argument("--dask", default="", metavar="ADDRESS", help="let a Dask cluster grade")
    again = "also what has not changed since it was graded"
    grade.add_argument("--force", action="store_true", help=again)
    grade.add_argument("--dry-run", action="store_true", help="only say which grades would move")
    grade.set_defaults(run=run_grade)


def add_report(commands: Any) -> None:
    report = named(commands, "report", "write which mistakes a class makes, on one page")
    add_course(report)
    report.add_argument("--anonymous", action="store_true", help="with numbers instead of names")
    report.set_defaults(run=run_class_report)


def add_feedback(commands: Any) -> None:
    feedback = named(commands, "feedback", "make nbgrader's feedback pages, quickly")
    feedback.add_argument("assignment", help="such as 1_rnn")
    add_course(feedback)
    add_student(feedback)
    add_jobs(feedback)
    feedback.set_defaults(run=run_feedback)


def add_comment(commands: Any) -> None:
    comment = named(commands, "comment", "say something to all who make one mistake", COMMENT)
    which = "its id, or how that begins"
    comment.add_argument("cluster", nargs="?", default="", metavar="GROUP", help=which)
    taking = "what you say, in Markdown; '' takes it back, - reads it from standard input"
    comment.add_argument("words", nargs="?", metavar="WORDS", help=taking)
    add_course(comment)
    comment.set_defaults(run=run_comment)


def add_example_class(commands: Any) -> None:
    example = named(commands, "example-class", "make a course with an invented class")
    example.add_argument("--students", type=natural, default=24, metavar="N", help="default: 24")
    example.add_argument("--seed", type=int, default=1, help="another one gives another class")
    add_course(example)
    example.set_defaults(run=run_example_class)


def add_course(command: argparse.ArgumentParser) -> None:
    command.add_argument("--course", type=Path, default=Path("course"), help="default: course")


def add_student(command: argparse.ArgumentParser) -> None:
    command.add_argument("--student", default="", metavar="ID", help="only this one")


def add_jobs(command: argparse.ArgumentParser) -> None:
    command.add_argument("--jobs", type=natural, metavar="N", help="processes; default: one a core")


def run_grade(arguments: argparse.Namespace) -> int:
    from grader.classroom.terminal import command

    return command.grade(arguments)


def run_class_report(arguments: argparse.Namespace) -> int:
    from grader.classroom.terminal import command

    return command.report(arguments)


def run_feedback(arguments: argparse.Namespace) -> int:
    from grader.classroom.terminal import pages

    return pages.feedback(arguments)


def run_comment(arguments: argparse.Namespace) -> int:
    from grader.classroom.terminal import comments

    return comments.comment(arguments)


def run_example_class(arguments: argparse.Namespace) -> int:
    from grader.classroom.terminal import command

    return command.example_class(arguments)
