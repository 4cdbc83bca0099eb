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
    grade = named(commands, "grade", "grade what a class has handed in, in the sandbox", GRADE)
    grade.add_argument("path", type=Path, nargs="?", help="default: the course's submitted/")
    grade.add_argument("--course", type=Path, default=Path("course"), help="default: course")
    grade.add_argument("--round", type=natural, default=1, help="another one draws other inputs")
    grade.add_argument("--student", default="", metavar="ID", help="only this one")
    only = "only this, and write nothing down; may be given several times"
    grade.add_argument("--exercise", action="append", default=[], metavar="NAME", help=only)
    grade.add_argument("--json", action="store_true", help="a line of JSON for each file")
    grade.add_argument("--jobs", type=natural, metavar="N", help="processes; default: one a core")
    grade.add_argument("--dask", default="", metavar="ADDRESS", help="let a Dask cluster grade")
    grade.add_argument(
        "--force", action="store_true", help="also what has not changed since it was graded"
    )
    grade.add_argument("--dry-run", action="store_true", help="only say which grades would move")
    grade.set_defaults(run=run_grade)

    report = named(commands, "report", "write which mistakes a class makes, on one page")
    report.add_argument("--course", type=Path, default=Path("course"), help="default: course")
    report.add_argument("--anonymous", action="store_true", help="with numbers instead of names")
    report.set_defaults(run=run_class_report)

    feedback = named(commands, "feedback", "make nbgrader's feedback pages, quickly")
    feedback.add_argument("assignment", help="such as 1_rnn")
    feedback.add_argument("--course", type=Path, default=Path("course"), help="default: course")
    feedback.add_argument("--student", default="", metavar="ID", help="only this one")
    feedback.add_argument(
        "--jobs", type=natural, metavar="N", help="processes; default: one a core"
    )
    feedback.set_defaults(run=run_feedback)

    comment = named(commands, "comment", "say something to all who make one mistake", COMMENT)
    comment.add_argument(
        "cluster", nargs="?", default="", metavar="GROUP", help="its id, or how that begins"
    )
    taking = "what you say, in Markdown; '' takes it back, - reads it from standard input"
    comment.add_argument("words", nargs="?", metavar="WORDS", help=taking)
    comment.add_argument("--course", type=Path, default=Path("course"), help="default: course")
    comment.set_defaults(run=run_comment)

    example = named(commands, "example-class", "make a course with an invented class")
    example.add_argument("--students", type=natural, default=24, metavar="N", help="default: 24")
    example.add_argument("--seed", type=int, default=1, help="another one gives another class")
    example.add_argument("--course", type=Path, default=Path("course"), help="default: course")
    example.set_defaults(run=run_example_class)


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
    from grader.classroom.terminal import comments as comment_command

    return comment_command.comment(arguments)


def run_example_class(arguments: argparse.Namespace) -> int:
    from grader.classroom.terminal import command

    return command.example_class(arguments)
