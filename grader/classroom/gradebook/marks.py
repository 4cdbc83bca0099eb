"""What the gradebook says of all who handed in an assignment, read with five statements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from nbgrader import api
from nbgrader.api import Assignment, BaseCell, Comment, Grade, SubmittedAssignment
from nbgrader.api import SubmittedNotebook as Theirs
from sqlalchemy import bindparam, func, select


@dataclass
class Marks:
    """One student's notebook, as nbgrader counts it.

    Attributes
    ----------
    score, most, penalty : float
        Points, how many there are, and what being late takes away.
    grades : dict
        Cell -> (points, how many there are).
    comments : dict
        Cell -> what is said, by hand if anything is; None where nothing is.
    """

    score: float
    most: float
    penalty: float
    grades: dict[str, tuple[float, float]] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)


Class = dict[str, dict[str, Marks]]
"""Student -> notebook -> marks."""

OURS = (
    select(Theirs.id)
    .join(SubmittedAssignment, SubmittedAssignment.id == Theirs.assignment_id)
    .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
    .where(Assignment.name == bindparam("assignment"))
)
NOTEBOOKS = OURS.join(api.Notebook, api.Notebook.id == Theirs.notebook_id).add_columns(
    SubmittedAssignment.student_id.label("student"),
    api.Notebook.name,
    Theirs.late_submission_penalty.label("penalty"),
)
MOST = (
    select(api.Notebook.name, api.Notebook.max_score)
    .join(Assignment, Assignment.id == api.Notebook.assignment_id)
    .where(Assignment.name == bindparam("assignment"))
)
SCORES = (
    select(Grade.notebook_id, func.sum(Grade.score))
    .where(Grade.notebook_id.in_(OURS))
    .group_by(Grade.notebook_id)
)
GRADES, COMMENTS = (
    select(kind.notebook_id, BaseCell.name.label("cell"), *said)
    .join(BaseCell, BaseCell.id == kind.cell_id)
    .where(kind.notebook_id.in_(OURS))
    for kind, said in ((Grade, (Grade.score, Grade.max_score)), (Comment, (Comment.comment,)))
)


def read(db: Any, assignment: str) -> Class:
    """Read the marks of all students on an assignment; none if nbgrader does not know it.

    Parameters
    ----------
    db : Session
        Of an open gradebook.
    assignment : str
    """

    def ask(statement: Any) -> Any:
        return db.execute(statement, {"assignment": assignment})

    most = {row.name: float(row.max_score) for row in ask(MOST)}
    scores = {id: float(score) for id, score in ask(SCORES)}
    found: Class = defaultdict(dict)
    by_id: dict[str, Marks] = {}
    for row in ask(NOTEBOOKS):
        marks = Marks(scores.get(row.id, 0.0), most[row.name], float(row.penalty or 0))
        found[row.student][row.name] = by_id[row.id] = marks
    for id, cell, score, points in ask(GRADES):
        by_id[id].grades[cell] = (score, points)
    for id, cell, comment in ask(COMMENTS):
        by_id[id].comments[cell] = comment
    return dict(found)
