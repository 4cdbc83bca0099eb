"""A class that does not exist, to try everything on: right, wrong, unfinished, late, hostile."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from grader import build, notebook_file
from grader.exercises import EXERCISES
from grader.reference import Live

DUE = datetime(2030, 1, 31, 12, 0, tzinfo=UTC)
MARK = ".example-class"

Answers = dict[str, str]
"""Exercise -> source of the answer; what is not there stays the stub."""


@dataclass(frozen=True)
class Student:
    """One invented student: a name that is a number, what was handed in, and when."""

    name: str
    kind: str
    answers: Answers
    when: datetime
    extra: str = ""


def students(count: int, seed: int) -> Iterator[Student]:
    """Draw a class, half of it right, the rest wrong in as many ways as a class is.

    Parameters
    ----------
    count : int
        How many.
    seed : int
        The same seed gives the same class.
    """
    rng = np.random.default_rng(seed)
    right = {name: without_marks(Live().source(name)) for name in EXERCISES}
    kinds = [*KINDS] * (count // len(KINDS) + 1)
    for number in range(1, count + 1):
        kind = kinds[number - 1]
        answers, extra = MAKE[kind](dict(right), rng)
        late = timedelta(hours=5 if kind == "late" else -int(rng.integers(1, 200)))
        yield Student(f"student-{number:03}", kind, answers, DUE + late, extra)


def without_marks(source: str) -> str:
    return re.sub(r"^ +# (BEGIN|END) SOLUTION\n", "", source, flags=re.M)


def in_style(answers: Answers, rng: np.random.Generator) -> tuple[Answers, str]:
    """Write right answers another way: other products, other names, no docstrings."""
    style = STYLES[int(rng.integers(len(STYLES)))]
    return {name: style(source) for name, source in answers.items()}, ""


def with_dot(source: str) -> str:
    factor = r"(\w+(?:\[[^\]]*\])?(?:\.T)?)"
    return re.sub(rf"{factor} @ {factor}", r"np.dot(\1, \2)", source)


def without_docstring(source: str) -> str:
    return re.sub(r'^    """.*?"""\n', "", source, count=1, flags=re.S | re.M)


def renamed(source: str) -> str:
    return re.sub(r"\bgradients\b", "grads", re.sub(r"\bdz\b", "delta", source))


def with_comments(source: str) -> str:
    return re.sub(r"\n    return ", "\n    # everything is there\n    return ", source)


STYLES: tuple[Callable[[str], str], ...] = (
    str,
    with_dot,
    without_docstring,
    renamed,
    with_comments,
    lambda source: with_dot(without_docstring(source)),
)


def with_mistakes(answers: Answers, rng: np.random.Generator) -> tuple[Answers, str]:
    """Make a known mistake in one to four functions."""
    from solutions import mistakes

    for name in rng.choice(list(answers), int(rng.integers(1, 5)), replace=False):
        known = mistakes.of(str(name))
        mistake = known[int(rng.choice(len(known), p=shares(len(known))))]
        answers[mistake.of] = without_marks(mistakes.apply(mistake, Live().source(mistake.of)))
    return answers, ""


def shares(count: int) -> np.ndarray:
    """Say how often each of some mistakes is made: a few by many, most by hardly anybody.

    Returns
    -------
    shares : array, shape (count,)
        Zipf's law; those that were thought of first are the common ones.
    """
    weights = 1 / np.arange(1, count + 1)
    return np.asarray(weights / weights.sum())


def nameless(answers: Answers, rng: np.random.Generator) -> tuple[Answers, str]:
    """Make a mistake that is not known, each in a style of their own."""
    carried = 'da_prevt = gradients["da_prev"]'
    ways = (
        'da_prevt = np.clip(gradients["da_prev"], -0.1, 0.1)',
        'da_prevt = np.minimum(np.maximum(gradients["da_prev"], -0.1), 0.1)',
        'da_prevt = gradients["da_prev"].clip(-0.1, 0.1)',
    )
    clipped = ways[int(rng.integers(len(ways)))]
    answers["rnn_backward"] = answers["rnn_backward"].replace(carried, clipped)
    return in_style(answers, rng)


def unfinished(answers: Answers, rng: np.random.Generator) -> tuple[Answers, str]:
    """Stop somewhere on the way."""
    names = list(answers)
    return {name: answers[name] for name in names[: int(rng.integers(2, len(names)))]}, ""


def broken(answers: Answers, rng: np.random.Generator) -> tuple[Answers, str]:
    """Leave a slip of syntax, an error, and a loop that does not end."""
    one, two, three = (str(name) for name in rng.choice(list(answers), 3, replace=False))
    answers[one] = answers[one].replace(":\n", "\n", 1)
    answers[two] = answers[two].replace("return ", "return undefined_name, ")
    answers[three] = re.sub(r"\n    return ", "\n    while True: pass\n    return ", answers[three])
    return answers, ""


def hostile(answers: Answers, rng: np.random.Generator) -> tuple[Answers, str]:
    """Try to get the answers, or to make the comparison come out right."""
    tricks = (
        "import numpy.testing\nnumpy.testing.assert_allclose = lambda *a, **k: None\n"
        "np.allclose = lambda *a, **k: True\nnp.abs = lambda x: 0 * x",
        "class Equal(np.ndarray):\n    def __eq__(self, other):\n        return True\n",
        "import os\nfor folder in ('/', '..', '/home'):\n    os.listdir(folder)\n",
        "from solutions.rnn import rnn_cell_forward, rnn_forward\n",
    )
    trick = tricks[int(rng.integers(len(tricks)))]
    stolen = {
        name: re.sub(r"\n    return .*", "\n    return open('../gradebook.db').read()", source)
        for name, source in answers.items()
    }
    return stolen, trick


KINDS = (
    "right", "wrong", "right", "wrong", "right", "unfinished",
    "right", "wrong", "nameless", "late", "hostile", "broken",
)  # fmt: skip
MAKE: Mapping[str, Callable[[Answers, np.random.Generator], tuple[Answers, str]]] = {
    "right": in_style,
    "late": in_style,
    "wrong": with_mistakes,
    "nameless": nameless,
    "unfinished": unfinished,
    "broken": broken,
    "hostile": hostile,
}


def hand_in(course: Path, student: Student) -> None:
    """Put a student's notebooks where nbgrader's collecting would."""
    for path, text in build.everything().items():
        if path.suffix != ".ipynb":
            continue
        notebook = json.loads(text)
        folder = course / "submitted" / student.name / path.parent
        folder.mkdir(parents=True, exist_ok=True)
        fill(notebook, student)
        (folder / path.name).write_text(json.dumps(notebook, indent=1), encoding="utf-8")
        stamp = student.when.strftime("%Y-%m-%d %H:%M:%S UTC")
        (folder / "timestamp.txt").write_text(stamp, encoding="utf-8")


def fill(notebook: dict[str, Any], student: Student) -> None:
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if name in student.answers:
            cell["source"] = student.answers[name].rstrip("\n").splitlines(keepends=True)
    if student.extra:
        extra = notebook_file.code(student.extra, "extra", {})
        notebook["cells"].insert(2, extra)
