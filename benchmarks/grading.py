"""How fast is a class graded, by `grader grade` and by stock nbgrader, and are the scores the same?

    python benchmarks/grading.py --submissions 200 --assignment 2_lstm --json

Every contender grades a fresh copy of the same course, with the page cache warm, as the command
that an instructor types. Stock nbgrader runs the notebooks with our checks in the kernel, whose
numbers it reads as points. `grader grade` judges the same functions on secret cases in the sandbox;
its time includes the pages of feedback and the report of the class, which stock's does not.

The demos of the lessons, in which networks are trained, are thrown out beforehand: stock would run
them, which more than doubles its time, and `grader grade` would not. `--with-demos` keeps them.

70 % of the class are right, in several styles and with names of their own, 25 % have known mistakes
in one to three functions, and 5 % something broken: a slip of syntax, an undefined name, an
exception, or a function that is not there. No loop is endless, because a time limit of seconds
would drown what is measured; `--hanging K` adds K students who have one.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if not __package__:  # started as a program: its own folder is on the path, the one above is not
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import comparison, contenders, feedback_cost, growth, varied_class
from benchmarks.grading_table import lines
from grader.assignments import ASSIGNMENTS

CLASS_FOR_FEEDBACK = 20


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 if scores differ or a contender failed, else 0."""
    arguments = parser().parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="grading-") as folder:
        found = measure(Path(folder), arguments)
    print("\n".join(lines(found)))
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    return 1 if found["scores_equal"] is False or found.get("failures") else 0


def parser() -> argparse.ArgumentParser:
    about, _, more = (__doc__ or "").partition("\n")
    top = argparse.ArgumentParser(
        description=about, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--submissions", type=number, default=200, metavar="N", help="0: none")
    top.add_argument("--assignment", default="2_lstm", choices=ASSIGNMENTS)
    top.add_argument("--repeat", type=number, default=1, metavar="R", help="for a spread of ratios")
    top.add_argument("--hanging", type=number, default=0, metavar="K", help="students on top")
    top.add_argument("--with-demos", action="store_true", help="stock runs the demos, too")
    top.add_argument("--feedback", action="store_true", help="also what a page of feedback costs")
    top.add_argument("--growth", type=sizes, default=[], metavar="SIZES", help="such as 100,500")
    top.add_argument("--seed", type=number, default=1)
    top.add_argument("--json", action="store_true", help="one JSON object as the last line")
    return top


def number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 on")
    return int(text)


def sizes(text: str) -> list[int]:
    return [number(part) for part in text.split(",")]


def measure(folder: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    """Do all that was asked for, in an empty folder; give what is printed as JSON."""
    assignment, count = arguments.assignment, arguments.submissions
    found: dict[str, Any] = {
        "ratio": None,
        "scores_equal": None,
        "submissions": count + arguments.hanging if count else 0,
        "assignment": assignment,
        "demos": arguments.with_demos,
        "processors": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[0], 2),
    }
    comparison.say("making the course")
    empty = folder / "empty"
    varied_class.empty_course(empty)
    everybody = contenders.everybody()
    ours = next(one for one in everybody if one.key == contenders.OURS)
    comparison.warm_up(everybody if count else [ours], empty, assignment, folder / "warm")
    if count or arguments.feedback:
        size = count or CLASS_FOR_FEEDBACK
        students = varied_class.students(size, assignment, arguments.seed, arguments.hanging)
        course = shutil.copytree(empty, folder / "course")
        varied_class.hand_in(course, students, assignment, found["demos"])
    if count:
        rounds = comparison.rounds(everybody, course, assignment, arguments.repeat, folder / "runs")
        found |= comparison.judged(rounds, everybody, course, students, assignment)
    if arguments.feedback:
        comparison.say("pages of feedback")
        found["feedback"] = feedback_cost.measure(course, assignment, folder / "pages")
    if arguments.growth:
        comparison.say(f"classes of {arguments.growth}")
        found["growth"] = growth.measure(
            arguments.growth, empty, assignment, ours, folder / "growth"
        )
    return found


if __name__ == "__main__":
    sys.exit(main())
