"""Judged notebooks to write into a gradebook, and what is in it then."""

import sqlite3
from contextlib import closing

from nbgrader.api import Gradebook

from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import Graded
from grader.exercises import of_lesson
from grader.verdict import OutputVerdict, Verdict

FORWARD, BACKWARD = "03_lstm_forward", "04_lstm_backward"


def graded(lesson, share=1.0, message=""):
    """Give a judged notebook whose exercises all bring the same share of their points."""
    status = "correct" if share == 1 else "wrong"
    verdicts = tuple(
        Verdict(
            e.name,
            status,
            share * e.points,
            e.points,
            outputs=(OutputVerdict(e.returns[0].name, "", "wrong"),),
        )
        for e in of_lesson(lesson)
    )
    name = f"{lesson}.ipynb"
    return Graded(
        File("student-001", "2_lstm", name, name), () if message else verdicts, (), message
    )


def both(share=1.0):
    return {lesson: graded(lesson, share) for lesson in (FORWARD, BACKWARD)}


def scores(course, student="student-001", assignment="2_lstm"):
    """Give (auto, manual, extra, needs a look) by exercise."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        notebooks = base.find_submission(assignment, student).notebooks
        return {
            grade.name.removeprefix("check_"): (
                grade.auto_score,
                grade.manual_score,
                grade.extra_credit,
                grade.needs_manual_grade,
            )
            for notebook in notebooks
            for grade in notebook.grades
        }


def comments(course, student="student-001", assignment="2_lstm"):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        notebooks = base.find_submission(assignment, student).notebooks
        return {c.name: (c.auto_comment, c.manual_comment) for n in notebooks for c in n.comments}


def damaged(course, statement):
    with closing(sqlite3.connect(course / "gradebook.db")) as base:
        base.execute(statement)
        base.commit()
