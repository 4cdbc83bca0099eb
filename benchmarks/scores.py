"""The points that graders gave, cell by cell, and where two graders do not agree."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

Cell = tuple[str, str, str]
"""Student, notebook, graded cell."""

Scores = dict[Cell, float | None]

ASKED = """
SELECT notebook.name, base_cell.name FROM grade_cells
JOIN base_cell ON base_cell.id = grade_cells.id
JOIN notebook ON notebook.id = base_cell.notebook_id
JOIN assignment ON assignment.id = notebook.assignment_id
WHERE assignment.name = ? ORDER BY 1, 2
"""
GIVEN = """
SELECT submitted_assignment.student_id, notebook.name, base_cell.name, grade.auto_score FROM grade
JOIN base_cell ON base_cell.id = grade.cell_id
JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
JOIN notebook ON notebook.id = submitted_notebook.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
JOIN assignment ON assignment.id = submitted_assignment.assignment_id
WHERE assignment.name = ?
"""


@dataclass(frozen=True)
class Difference:
    """A cell for which two graders did not give the same points; None stands for none at all."""

    cell: Cell
    grader: str
    expected: float | None
    found: float | None


def read(gradebook: Path, assignment: str) -> Scores:
    """Read the automatic scores of everybody whom a grader has graded."""
    with closing(sqlite3.connect(gradebook)) as base:
        rows = base.execute(GIVEN, (assignment,))
        return {(student, notebook, cell): score for student, notebook, cell, score in rows}


def asked(gradebook: Path, assignment: str, students: Iterable[str]) -> list[Cell]:
    """List every cell that has to have a score, of every student."""
    with closing(sqlite3.connect(gradebook)) as base:
        cells = base.execute(ASKED, (assignment,)).fetchall()
    return [(student, notebook, cell) for student in students for notebook, cell in cells]


def differences(
    cells: Sequence[Cell], expected: Scores, others: Mapping[str, Scores]
) -> list[Difference]:
    """Find where others differ from one grader.

    A cell without a score is a difference, even where nobody has given one.
    """
    return [
        Difference(cell, grader, expected.get(cell), scores.get(cell))
        for grader, scores in others.items()
        for cell in cells
        if expected.get(cell) is None or expected.get(cell) != scores.get(cell)
    ]
