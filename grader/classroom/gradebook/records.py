"""What nbgrader's tables hold of one student's assignment: found or added, filled, read.

Through nbgrader's own objects this takes some eighty statements. Here it takes a dozen, and the
same rows are there in the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from nbgrader import api
from sqlalchemy import insert, select

from grader.classroom.gradebook import statements as sql
from grader.classroom.gradebook.database import full_name


@dataclass(frozen=True)
class Notebook:
    """A notebook of an assignment, or a student's; `id` says whose.

    `graded` and `commented` map cells to their names.
    """

    id: str
    name: str
    graded: Mapping[str, str]
    commented: Mapping[str, str]


@dataclass(frozen=True)
class Layout:
    """What is the same for a class: an assignment's notebooks, by name."""

    id: str
    notebooks: Mapping[str, Notebook]


@dataclass(frozen=True)
class Entry:
    """A student's submission; `person` is their name, `late` in seconds, `penalty` in points."""

    id: str
    student: str
    person: str
    assignment: str
    timestamp: datetime | None
    late: float
    penalty: float
    notebooks: tuple[Notebook, ...]


class Records:
    """The tables of an open gradebook.

    Parameters
    ----------
    api : Gradebook
        nbgrader's.
    """

    def __init__(self, api: Any) -> None:
        self.api = api
        self.layouts: dict[str, Layout] = {}

    def ask(self, statement: Any, **values: Any) -> Any:
        return self.api.db.execute(statement, values)

    def put(self, statement: Any, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement for each of some rows; for none there is nothing to run."""
        listed = [*rows]
        if listed:
            self.api.db.execute(statement, listed)

    def layout(self, assignment: str) -> Layout:
        """Read how an assignment is laid out, once for a class."""
        if assignment not in self.layouts:
            known = self.api.find_assignment(assignment)
            notebooks = {str(notebook.name): laid_out(notebook) for notebook in known.notebooks}
            self.layouts[assignment] = Layout(known.id, notebooks)
        return self.layouts[assignment]

    def find(self, assignment: str, student: str) -> Entry | None:
        """Find a student's submission."""
        row = self.ask(sql.FIND, assignment=assignment, student=student).one_or_none()
        if row is None:
            return None
        known = self.layout(assignment).notebooks
        theirs = self.ask(sql.LIST_NOTEBOOKS, submission=row.id)
        return Entry(
            row.id,
            student,
            full_name(row),
            assignment,
            row.timestamp,
            seconds_late(row.timestamp, row.duedate, row.extension),
            float(row.penalty or 0),
            tuple(replace(known[name], id=id) for id, name in theirs),
        )

    def enter(self, assignment: str, student: str, timestamp: datetime | None) -> Entry:
        """Find a student's submission, or add one as nbgrader does: blank, with all its rows.

        Parameters
        ----------
        timestamp : datetime or None
            When it was handed in; if that is not noted, what the gradebook knows stays.
        """
        found = self.find(assignment, student)
        if found is None:
            self.add(self.layout(assignment), student)
            found = self.find(assignment, student)
        assert found
        if timestamp in (None, found.timestamp):
            return found
        self.ask(sql.SET_TIME, submission=found.id, time=timestamp)
        return self.enter(assignment, student, None)

    def enrol(self, students: Sequence[str]) -> None:
        """Add students in the order given, in which nbgrader shows those without a name."""
        self.put(insert(sql.STUDENTS), [{"id": student} for student in students])

    def roster(self) -> set[str]:
        """Give the ids of all students whom the gradebook knows."""
        return {row.id for row in self.ask(select(sql.STUDENTS.c.id))}

    def strangers(self, students: Iterable[str]) -> list[str]:
        """List those of some students whom the gradebook does not know."""
        known = self.roster()
        return [student for student in dict.fromkeys(students) if student not in known]

    def add(self, layout: Layout, student: str) -> None:
        self.api.update_or_create_student(student)
        submission = api.new_uuid()
        row = {"id": submission, "assignment_id": layout.id, "student_id": student}
        self.put(insert(sql.SUBMISSIONS), [row])
        for notebook in layout.notebooks.values():
            theirs = api.new_uuid()
            row = {"id": theirs, "assignment_id": submission, "notebook_id": notebook.id}
            self.put(insert(sql.NOTEBOOKS), [row])
            for table, cells in ((sql.GRADES, notebook.graded), (sql.COMMENTS, notebook.commented)):
                rows = ({"cell_id": cell, "notebook_id": theirs} for cell in cells)
                self.put(insert(table), rows)

    def set_scores(self, notebook: Notebook, scores: Mapping[str, float]) -> None:
        """Set automatic scores, by cell; a cell with a manual one wants to be looked at."""
        rows = ({"notebook": notebook.id, "cell": c, "score": s} for c, s in scores.items())
        self.put(sql.SET_SCORE, rows)

    def set_comments(self, notebook: Notebook, comments: Mapping[str, str | None]) -> None:
        rows = ({"notebook": notebook.id, "cell": c, "words": w} for c, w in comments.items())
        self.put(sql.SET_COMMENT, rows)

    def set_penalty(self, notebook: Notebook, penalty: float | None) -> None:
        self.ask(sql.SET_PENALTY, notebook=notebook.id, penalty=penalty)

    def score(self, notebook: Notebook) -> float:
        return float(self.ask(sql.SCORE, notebook=notebook.id).scalar_one())

    def grades(self, entry: Entry) -> dict[str, dict[str, Any]]:
        """Give the grades of a submission, by notebook and cell."""
        return by_cell(self.ask(sql.LIST_GRADES, submission=entry.id))

    def comments(self, entry: Entry) -> dict[str, dict[str, Any]]:
        return by_cell(self.ask(sql.LIST_COMMENTS, submission=entry.id))


def laid_out(notebook: Any) -> Notebook:
    return Notebook(
        notebook.id,
        str(notebook.name),
        {cell.id: cell.name for cell in (*notebook.grade_cells, *notebook.task_cells)},
        {cell.id: cell.name for cell in (*notebook.solution_cells, *notebook.task_cells)},
    )


def by_cell(rows: Iterable[Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(row.notebook, {})[row.cell] = row
    return found


def seconds_late(
    timestamp: datetime | None, due: datetime | None, extension: timedelta | None
) -> float:
    if timestamp is None or due is None:
        return 0.0
    return max(0.0, (timestamp - due - (extension or timedelta())).total_seconds())
