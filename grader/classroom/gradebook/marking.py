"""What of a verdict goes into the cells of nbgrader's gradebook: points, and a comment."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import indent
from typing import Any

from grader.classroom.judged.grading import SILENT, Graded
from grader.classroom.remarks import remarks
from grader.classroom.remarks.remarks import Remark
from grader.exercises import EXERCISES
from grader.show.terminal import text
from grader.verdict import Verdict

CHECK = "check_"
SAME = 1e-9
"""Points that differ by less are equal: a database may round them."""


def exercise_of(cell: str) -> str:
    """Name the exercise that a graded cell checks; "" if it is none of ours."""
    name = cell.removeprefix(CHECK)
    return name if cell.startswith(CHECK) and name in EXERCISES else ""


def is_same(held: float | None, points: float) -> bool:
    """Say whether the gradebook holds just these points; None is a score that was never given."""
    return held is not None and abs(held - points) < SAME


def fill(records: Any, notebook: Any, one: Graded | None, remarked: Sequence[Remark] = ()) -> None:
    """Set the automatic scores and comments of one notebook; cells that are not ours stay."""
    verdicts = {v.exercise: v for v in one.verdicts_on(notebook.name)} if one else {}
    checks = {cell: exercise_of(name) for cell, name in notebook.graded.items()}
    points = {name: float(verdict.points) for name, verdict in verdicts.items()}
    scores = {cell: points.get(name, 0.0) for cell, name in checks.items() if name}
    records.set_scores(notebook, scores)
    ours = {cell: name for cell, name in notebook.commented.items() if name in EXERCISES}
    said = {cell: comment_on(verdicts.get(name), one, remarked) for cell, name in ours.items()}
    records.set_comments(notebook, said)


def comment_on(
    verdict: Verdict | None, one: Graded | None = None, remarked: Sequence[Remark] = ()
) -> str | None:
    """Say in words what was found; nothing where all is right, or nothing was handed in.

    nbgrader shows a comment as Markdown, in which HTML would live. Error messages and file names
    are a student's words, so the comment is a block of code: four spaces before each line. What
    the instructor has said on such a mistake stands above it, as they have written it.
    """
    if one and one.message:
        return indent(one.message, remarks.CODE)
    if verdict is None or verdict.status == "correct":
        return None
    if verdict.status in SILENT:
        return "No response."
    said, words = indent(text(verdict), remarks.CODE), remarks.words_on(remarked, verdict, one)
    return remarks.above(words, said) if words else said
