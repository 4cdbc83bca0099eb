"""A class that a benchmark grades: right, wrong and broken work, no two answers alike.

Of a hundred students, 70 have right answers in several styles, 25 known mistakes in one to three
functions, and 5 something broken in one: a slip of syntax, an undefined name, an exception, or no
function at all. There are no endless loops, because a time limit of seconds would drown what is
measured; `hanging` adds students who have one.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import numpy as np

from benchmarks.rewriting import rewritten
from grader import build
from grader.assignments import assignment_of
from grader.classroom.example import example_class, trial
from grader.classroom.example.example_class import DUE, Answers, Student
from grader.exercises import EXERCISES, LESSON_OF
from grader.reference import Live
from solutions import mistakes

BROKEN = ("syntax", "undefined name", "exception", "deleted")
BEFORE_RETURN = {
    "undefined name": "print(not_yet_defined.shape)",
    "exception": "np.zeros((2, 3)) @ np.zeros((2, 3))",
    "hanging": "while True: pass",
}


def empty_course(course: Path) -> None:
    """Make a course in which nobody has handed in anything."""
    with contextlib.redirect_stdout(io.StringIO()):
        trial.set_up(course, 0, 1)


def functions(assignment: str) -> list[str]:
    """List the exercises of an assignment."""
    return [name for name in EXERCISES if assignment_of(LESSON_OF[name]) == assignment]


def students(count: int, assignment: str, seed: int = 1, hanging: int = 0) -> list[Student]:
    """Draw a class.

    Parameters
    ----------
    count : int
        Without those who hang.
    assignment : str
    seed : int
        The same seed gives the same class.
    hanging : int
        How many more there are with an endless loop in one function.
    """
    rng = np.random.default_rng(seed)
    right = {n: example_class.without_marks(Live().source(n)) for n in functions(assignment)}
    seen: dict[str, set[str]] = {name: set() for name in right}
    drawn = kinds(count, rng) + ["hanging"] * hanging
    width = len(str(len(drawn)))
    found = []
    for number, kind in enumerate(drawn, 1):
        answers = answers_of(kind, right, rng, seen)
        when = DUE - timedelta(hours=int(rng.integers(1, 200)))
        found.append(Student(f"student-{number:0{width}}", kind, answers, when))
    demand_all_different(found)
    return found


def kinds(count: int, rng: np.random.Generator) -> list[str]:
    """Say what each student is; from three students on, there is one of each."""
    at_least = int(count >= 3)
    broken = max(at_least, round(0.05 * count))
    wrong = max(at_least, round(0.25 * count))
    order = [BROKEN[number % len(BROKEN)] for number in range(broken)]
    order += ["wrong"] * wrong + ["right"] * (count - wrong - broken)
    return [order[place] for place in rng.permutation(count)]


def answers_of(
    kind: str, right: Answers, rng: np.random.Generator, seen: Mapping[str, set[str]]
) -> Answers:
    """Write the answers of one student; `seen` remembers what was written, by exercise."""
    answers, _ = example_class.in_style(dict(right), rng)
    if kind == "wrong":
        count = int(rng.integers(1, min(3, len(right)) + 1))
        for name in rng.choice(list(right), count, replace=False):
            known = mistakes.of(str(name))
            mistake = known[int(rng.integers(len(known)))]
            wrong = mistakes.apply(mistake, Live().source(mistake.of))
            answers[mistake.of] = example_class.without_marks(wrong)
    answers = {name: rewritten(source, rng, seen[name]) for name, source in answers.items()}
    if kind not in ("right", "wrong"):
        name = str(rng.choice(list(answers)))
        answers[name] = broken(answers[name], kind)
    return answers


def broken(source: str, kind: str) -> str:
    """Break a function; a trace of whose it was stays in its text."""
    if kind == "syntax":
        return source.replace(":\n", "\n", 1)
    if kind == "deleted":
        return "".join(f"# {line}" for line in source.splitlines(keepends=True) if line.strip())
    head, found, tail = source.rpartition("\n    return ")
    if not found:
        raise ValueError(f"There is no return to break:\n{source}")
    return f"{head}\n    {BEFORE_RETURN[kind]}{found}{tail}"


def demand_all_different(found: list[Student]) -> None:
    """Make sure that no two students have handed in the same text for a function.

    Raises
    ------
    ValueError
        If two have.
    """
    owners: dict[tuple[str, str], str] = {}
    for student in found:
        for name, source in student.answers.items():
            text = re.sub(r"\s+", " ", source)
            other = owners.setdefault((name, text), student.name)
            if other != student.name:
                raise ValueError(f"{student.name} and {other} have the same {name}.")


def hand_in(course: Path, found: list[Student], assignment: str, demos: bool = True) -> None:
    """Put the notebooks of a class where nbgrader's collecting would.

    Parameters
    ----------
    course : Path
    found : list of Student
    assignment : str
        Only its notebooks are handed in.
    demos : bool
        Without, students have thrown out the cells that only show something.
    """
    handed_out = {
        path.name: content
        for path, content in build.everything().items()
        if path.suffix == ".ipynb" and path.parent.name == assignment
    }
    for student in found:
        folder = course / "submitted" / student.name / assignment
        folder.mkdir(parents=True)
        for name, content in handed_out.items():
            notebook = json.loads(content)
            if not demos:
                notebook["cells"] = [cell for cell in notebook["cells"] if not is_aside(cell)]
            example_class.fill(notebook, student)
            (folder / name).write_text(json.dumps(notebook, indent=1), encoding="utf-8")
        stamp = student.when.strftime("%Y-%m-%d %H:%M:%S UTC")
        (folder / "timestamp.txt").write_text(stamp, encoding="utf-8")


def is_aside(cell: Mapping[str, object]) -> bool:
    lines = cell["source"]
    return "".join(lines if isinstance(lines, list) else []).startswith(("# Demo", "# Predict"))
