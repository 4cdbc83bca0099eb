"""The autograded notebook: the released one, with the student's answers in it and our reports.

Nothing else of the student's comes along, no output and no Markdown: it is shown to people, in a
browser, and what a stranger wrote must not run there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from grader.classroom.gradebook.marking import exercise_of
from grader.classroom.handed_in.intake import read
from grader.classroom.judged.grading import Graded
from grader.classroom.whole_file import put
from grader.exercises import EXERCISES, LESSON_OF, LESSONS
from grader.show.card import html
from grader.submission import MARKS, Piece
from grader.verdict import Verdict

NO_ANSWER = "# no answer to this exercise was found"
NOTED = ("timestamp.txt", "submission_secret.txt")
"""What nbgrader notes when it collects, and wants to find again when it releases feedback."""

LONGEST_NOTE = 1000

CHECK = re.compile(r"""^\s*check\(["']\w+["']\)\s*$""")

PLACE = "The cells of this notebook stand here."
CELL_AFTER_CELL = ",\n  "

Cell = dict[str, Any]


def place(course: Path, student: str, assignment: str) -> Path:
    """Say where the autograded notebooks of a student's assignment are."""
    return course / "autograded" / student / assignment


def handed_out(course: Path, assignment: str, lesson: str) -> Path:
    """Say where a notebook is as it was handed out."""
    return course / "release" / assignment / f"{lesson}.ipynb"


def keep(
    course: Path, student: str, assignment: str, counted: Mapping[str, Graded], whole: bool = True
) -> None:
    """Write the autograded notebooks of a student's assignment, and the pictures they show.

    Parameters
    ----------
    course : Path
    student, assignment : str
    counted : dict
        Name of a notebook -> the file that counts for it.
    whole : bool
        Whether notebooks of an earlier run, of which nothing was handed in now, go away.
    """
    for path, content in files(course, student, assignment, counted, whole):
        if content is None:
            path.unlink(missing_ok=True)
        else:
            put(path, content)


def is_kept(
    course: Path, student: str, assignment: str, counted: Mapping[str, Graded], whole: bool = True
) -> bool:
    """Say whether all is there, to the letter, that `keep` would write, and nothing more."""
    return all(
        not path.exists() if content is None else path.is_file() and path.read_bytes() == content
        for path, content in files(course, student, assignment, counted, whole)
    )


def files(
    course: Path, student: str, assignment: str, counted: Mapping[str, Graded], whole: bool
) -> Iterator[tuple[Path, bytes | None]]:
    """Give each file and what is in it; nothing for one that has to go away."""
    released = course / "release" / assignment
    target = place(course, student, assignment)
    for lesson in LESSONS:
        source, path = handed_out(course, assignment, lesson), target / f"{lesson}.ipynb"
        if lesson in counted and source.is_file():
            one = counted[lesson]
            yield path, rebuild(source.read_bytes(), one.pieces, one.verdicts_on(lesson))
        elif whole:
            yield path, None
    for picture in released.glob("images/*"):
        yield target / "images" / picture.name, picture.read_bytes()
    for name in NOTED:
        noted, _ = read(course / "submitted" / student / assignment / name)
        if noted:
            yield target / name, noted[:LONGEST_NOTE]


def rebuild(released: bytes, pieces: Sequence[Piece], verdicts: Sequence[Verdict]) -> bytes:
    """Make the notebook that instructors and students see after grading.

    Parameters
    ----------
    released : bytes
        The notebook as it was handed out.
    pieces : list of Piece
        The student's cells.
    verdicts : list of Verdict
        What became of their exercises.
    """
    template = Template.of(released)
    found = {verdict.exercise: verdict for verdict in verdicts}
    answers = answer_cells(pieces)
    own = others(pieces, answers)
    cells: list[str] = []
    for cell, written in template.cells:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if name in EXERCISES:
            source = shown(name, answers).splitlines(keepends=True)
            cells += map(in_list, [*own, {**cell, "source": source}])
            own = []  # stand before the first answer alone
        elif (checked := exercise_of(name)) in found:
            cells.append(in_list({**cell, "outputs": [output(found[checked])]}))
        else:
            cells.append(written)
    return template.filled(cells).encode("utf-8", "replace")


@dataclass(frozen=True)
class Template:
    """A released notebook, taken apart once for a class: its cells, each with its JSON."""

    cells: tuple[tuple[Cell, str], ...]
    before: str
    after: str

    @staticmethod
    @lru_cache(maxsize=8)
    def of(released: bytes) -> Template:
        notebook = json.loads(released)
        cells = notebook["cells"]
        before, after = as_text({**notebook, "cells": [PLACE]}).split(as_text(PLACE))
        return Template(tuple((cell, in_list(cell)) for cell in cells), before, after)

    def filled(self, cells: Sequence[str]) -> str:
        return f"{self.before}{CELL_AFTER_CELL.join(cells)}{self.after}\n"


def as_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)


def in_list(cell: Cell) -> str:
    """Write a cell as it stands in the JSON of a notebook, two steps in."""
    return as_text(cell).replace("\n", "\n  ")


def answer_cells(pieces: Sequence[Piece]) -> dict[str, str]:
    """Find the last cell in which each exercise is defined: exercise -> source."""
    found: dict[str, str] = {}
    for piece in pieces:
        for name in re.findall(r"^def\s+(\w+)", piece.source, re.M):
            if name in EXERCISES:
                found[name] = piece.source
    return found


def shown(name: str, answers: Mapping[str, str]) -> str:
    """Give what stands in an answer's cell; of a cell with several answers, it is there once."""
    source = answers.get(name, NO_ANSWER)
    first = next((n for n in EXERCISES if answers.get(n) == source), name)
    same = LESSON_OF[first] == LESSON_OF[name] and first != name
    return f"# {name} stands in the cell of {first}" if same else source


def others(pieces: Sequence[Piece], answers: Mapping[str, str]) -> list[Cell]:
    """Give the student's own cells that answer no exercise: functions of their own, imports."""
    own = [
        piece
        for piece in pieces
        if piece.source not in answers.values()
        and not piece.source.lstrip().startswith(MARKS)
        and not CHECK.match(piece.source)
        and piece.source.strip()
    ]
    return [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": f"own-{number}",
            "metadata": {},
            "outputs": [],
            "source": piece.source.splitlines(keepends=True),
        }
        for number, piece in enumerate(own, 1)
    ]


def output(verdict: Verdict) -> dict[str, Any]:
    """Put a verdict under its check cell, as `check` would have."""
    return {
        "data": {"text/html": [html(verdict)], "text/plain": [repr(float(verdict.points))]},
        "execution_count": None,
        "metadata": {},
        "output_type": "execute_result",
    }
