"""The statements by which a student's rows in nbgrader's tables are found, added and filled."""

from __future__ import annotations

from nbgrader import api
from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import bindparam, func, select, update

SUBMISSIONS, NOTEBOOKS, GRADES, COMMENTS, STUDENTS = (
    kind.__table__ for kind in (SubmittedAssignment, SubmittedNotebook, Grade, Comment, Student)
)
FIND = (
    select(
        SubmittedAssignment.id,
        SubmittedAssignment.timestamp,
        SubmittedAssignment.extension,
        SubmittedAssignment.late_submission_penalty.label("penalty"),
        Assignment.duedate,
        Student.first_name,
        Student.last_name,
    )
    .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
    .join(Student, Student.id == SubmittedAssignment.student_id)
    .where(Assignment.name == bindparam("assignment"), Student.id == bindparam("student"))
)
LIST_NOTEBOOKS = (
    select(SubmittedNotebook.id, api.Notebook.name)
    .join(api.Notebook, api.Notebook.id == SubmittedNotebook.notebook_id)
    .where(SubmittedNotebook.assignment_id == bindparam("submission"))
    .order_by(api.Notebook.name)
)
SCORE = select(func.coalesce(func.sum(Grade.score), 0.0)).where(
    Grade.notebook_id == bindparam("notebook")
)
LIST_GRADES, LIST_COMMENTS = (
    select(api.Notebook.name.label("notebook"), BaseCell.name.label("cell"))
    .add_columns(*(getattr(kind, column) for column in columns.split()))
    .select_from(kind)
    .join(SubmittedNotebook, SubmittedNotebook.id == kind.notebook_id)
    .join(api.Notebook, api.Notebook.id == SubmittedNotebook.notebook_id)
    .join(BaseCell, BaseCell.id == kind.cell_id)
    .where(SubmittedNotebook.assignment_id == bindparam("submission"))
    for kind, columns in (
        (Grade, "score max_score auto_score manual_score extra_credit"),
        (Comment, "auto_comment manual_comment"),
    )
)
OF_CELL = {
    table: (table.c.notebook_id == bindparam("notebook"), table.c.cell_id == bindparam("cell"))
    for table in (GRADES, COMMENTS)
}
SET_SCORE = (
    update(GRADES)
    .where(*OF_CELL[GRADES])
    .values(auto_score=bindparam("score"), needs_manual_grade=GRADES.c.manual_score.is_not(None))
)
SET_COMMENT = update(COMMENTS).where(*OF_CELL[COMMENTS]).values(auto_comment=bindparam("words"))
SET_TIME = (
    update(SUBMISSIONS)
    .where(SUBMISSIONS.c.id == bindparam("submission"))
    .values(timestamp=bindparam("time"))
)
SET_PENALTY = (
    update(NOTEBOOKS)
    .where(NOTEBOOKS.c.id == bindparam("notebook"))
    .values(late_submission_penalty=bindparam("penalty"))
)
