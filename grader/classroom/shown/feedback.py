"""What a student is told after grading: one page for an assignment, beside nbgrader's feedback.

It lies in the student's folder, not in nbgrader's folder for the assignment: nbgrader makes no
feedback where that folder is there already, empties it when it makes it anew, and releases every
page in it as that of a notebook.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.classroom.gradebook.book import Book
from grader.classroom.gradebook.marking import CHECK
from grader.classroom.judged.grading import Graded
from grader.classroom.remarks.remarks import Remark, words_on
from grader.classroom.shown.feedback_page import Answer, Feedback, Notebook, html
from grader.exercises import EXERCISES
from grader.verdict import Verdict, no_answer

NOTHING = "This notebook was not handed in."
UNSEEN = "This notebook was not judged again when this page was made. Its points stand."


def place(course: Path, student: str, assignment: str) -> Path:
    """Say where the page of a student's assignment is."""
    return course / "feedback" / student / f"{assignment}.html"


def page(book: Book, entry: Any, counted: Mapping[str, Graded], whole: bool = True) -> bytes:
    """Make the page from what was judged and from what the gradebook says, manual scores too.

    Parameters
    ----------
    book : Book
    entry : Entry
        The student's assignment in the gradebook, which has its grades already.
    counted : dict
        Name of a notebook -> the file that counts for it.
    whole : bool
        Whether a notebook that is not there was not handed in.
    """
    grades, comments = book.records.grades(entry), book.records.comments(entry)
    absent, remarked = NOTHING if whole else UNSEEN, book.remarked()
    about = Feedback(
        entry.student,
        entry.person,
        entry.assignment,
        tuple(
            told(
                name,
                grades.get(name, {}),
                comments.get(name, {}),
                counted.get(name),
                absent,
                remarked,
            )
            for name in (notebook.name for notebook in entry.notebooks)
        ),
        entry.penalty,
        int(entry.late),
        f"{entry.timestamp:%Y-%m-%d %H:%M} UTC" if entry.timestamp else "",
        next((one.round for one in counted.values() if one.round), ""),
    )
    return html(about).encode("utf-8", "replace")


def told(
    notebook: str,
    grades: Mapping[str, Any],
    comments: Mapping[str, Any],
    one: Graded | None,
    absent: str,
    remarked: Sequence[Remark] = (),
) -> Notebook:
    """Put together what is said of one notebook; a comment by hand replaces words on a mistake."""
    verdicts = {v.exercise: v for v in one.verdicts_on(notebook)} if one else {}
    said = {name: comment.manual_comment or "" for name, comment in comments.items()}
    points = {name.removeprefix(CHECK): grade for name, grade in grades.items()}
    words = {name: words_on(remarked, verdict, one) for name, verdict in verdicts.items()}
    problem = one.message if one else absent
    answers = [
        answer(
            points[name],
            verdicts.get(name) or none(name, problem),
            said.get(name) or words.get(name, ""),
        )
        for name in sorted(points, key=order)
    ]
    return Notebook(notebook, problem, tuple(answers))


def order(name: str) -> int:
    return [*EXERCISES].index(name) if name in EXERCISES else len(EXERCISES)


def none(name: str, problem: str) -> Verdict:
    """Give the verdict on what was not judged, such as a cell of the instructor's own."""
    if name in EXERCISES:
        return no_answer(EXERCISES[name], "missing", problem or "It was not judged.")
    return Verdict(name, "missing", 0.0, 0.0, problem)


def answer(grade: Any, verdict: Verdict, comment: str) -> Answer:
    by_hand = grade.manual_score is not None or bool(grade.extra_credit)
    return Answer(verdict, float(grade.score), float(grade.max_score), by_hand, comment)
