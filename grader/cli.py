"""The command line: check one's own file, build the notebooks, open the course."""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from grader import reference
from grader.course import CourseError
from grader.exercises import EXERCISES
from grader.judging import SECONDS, judge_code
from grader.options import named
from grader.reference import NoReference
from grader.runners import child
from grader.show import terminal
from grader.show.machine import report
from grader.submission import Unusable, read

ALL_RIGHT, NOT_RIGHT, UNUSABLE = 0, 1, 2
NO_SPACE = (errno.ENOSPC, errno.EDQUOT)
CODES = "The exit code is 0 if all is right, 1 if not, 2 if the file cannot be used."


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 all right, 1 not, 2 nothing could be done."""
    arguments = parser().parse_args(argv)
    try:
        code = int(arguments.run(arguments))
        if sys.stdout:
            sys.stdout.flush()  # here an error can still be told
        return code
    except (Unusable, NoReference, CourseError) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        say_no_more()
        return 141
    except OSError as error:
        if error.errno not in NO_SPACE:
            raise
        print(f"{error}. Make some space and type the same command again.", file=sys.stderr)
        say_no_more()
        return UNUSABLE
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def say_no_more() -> None:
    """Drop what is left to be printed, where printing it would fail once more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="grader", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    check = named(commands, "check", "judge your own notebook or Python file", CODES)
    check.add_argument("file", type=Path, help="a notebook (.ipynb) or a Python file (.py)")
    check.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    check.add_argument("--seconds", type=float, default=SECONDS, help="limit for one function")
    check.set_defaults(run=run_check)

    lab = named(commands, "lab", "copy the notebooks to work/ and open JupyterLab there")
    lab.add_argument("--no-browser", action="store_true", help="print the address only")
    lab.add_argument("--port", type=int, help="instead of the first free port from 8888")
    lab.set_defaults(run=run_lab)

    hint = named(commands, "hint", "say what is wrong with a function, one step at a time")
    hint.add_argument("file", type=Path, help="a notebook (.ipynb) or a Python file (.py)")
    hint.add_argument("name", help="an exercise, such as rnn_forward")
    hint.add_argument("--level", type=int, choices=(1, 2, 3), default=1, help="how many hints")
    hint.set_defaults(run=run_hint)

    progress = named(commands, "progress", "show how far you are in all notebooks")
    progress.add_argument("folder", type=Path, nargs="?", default=Path(), help="if not this one")
    progress.set_defaults(run=run_progress)

    if find_spec("grader.build"):  # a student release has neither
        add_author_commands(commands)
    if find_spec("grader.classroom"):
        from grader.classroom.terminal.options import add_classroom_commands

        add_classroom_commands(commands)
    return top


def add_author_commands(commands: Any) -> None:
    build = named(commands, "build", "make the notebooks from lessons and solutions")
    build.add_argument("--check", action="store_true", help="only say which ones would change")
    build.add_argument("--solutions", type=Path, metavar="DIR", help="write solved ones there")
    build.set_defaults(run=run_build)

    release = named(commands, "release", "write the zip for students, without solutions")
    release.add_argument("file", type=Path, nargs="?", help="default: dist/rnn-lstm-numpy.zip")
    release.set_defaults(run=run_release)


def run_check(arguments: argparse.Namespace) -> int:
    right = reference.find()
    try:
        code = read(arguments.file)
    except Unusable as error:
        if not arguments.json:
            raise
        print_json(report(str(arguments.file), "unusable", message=str(error)))
        return UNUSABLE
    with child.Child(arguments.seconds) as runner:
        verdicts = list(judge_code(code, right, runner))
    if arguments.json:
        print_json(report(str(arguments.file), "judged", verdicts))
    else:
        print(terminal.summary(verdicts, colour=wants_colour()))
        print("This is a self-check, not a grade.")
    return ALL_RIGHT if all(v.status == "correct" for v in verdicts) else NOT_RIGHT


def run_hint(arguments: argparse.Namespace) -> int:
    from grader.study import hints

    name, level = arguments.name, arguments.level
    if name not in EXERCISES:
        raise Unusable(f"There is no exercise called {name}. There are: {', '.join(EXERCISES)}.")
    right, code = reference.find(), read(arguments.file)
    with child.Child() as runner:
        verdict = next(judge_code(code, right, runner, [name]))
    print(hints.shown(verdict, level))
    return ALL_RIGHT if verdict.status == "correct" else NOT_RIGHT


def run_progress(arguments: argparse.Namespace) -> int:
    from grader.show import progress_card
    from grader.study.standing import standing

    if not arguments.folder.is_dir():
        what = "is a file" if arguments.folder.exists() else "is not there"
        raise Unusable(f"{arguments.folder} {what}. Give the folder of your notebooks: work")
    where = standing(arguments.folder)
    if where.trouble:
        raise Unusable(where.trouble)
    print(progress_card.text(where))
    return ALL_RIGHT if where.done else NOT_RIGHT


def print_json(value: dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False))


def wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def run_build(arguments: argparse.Namespace) -> int:
    from grader import build

    return build.main(check=arguments.check, solved=arguments.solutions)


def run_release(arguments: argparse.Namespace) -> int:
    from grader import release

    return release.main(arguments.file or release.TARGET)


def run_lab(arguments: argparse.Namespace) -> int:
    from grader import lab

    return lab.main(browser=not arguments.no_browser, port=arguments.port)
