"""Is the gradebook after `grader grade` what nbgrader's own autograde would have made of it?"""

import json
import shutil
import sys

import nbgrader_doors as doors
import pytest
from answers import SOLUTIONS, STUBS, edited
from nbgrader.api import Gradebook
from traitlets.config import Config

from benchmarks.contents import contents
from grader.classroom import run
from grader.classroom.example import example_class
from grader.classroom.run import Task

pytestmark = pytest.mark.xdist_group("course")
FORWARD, BACKWARD = "03_lstm_forward.ipynb", "04_lstm_backward.ipynb"
ZERO = {"LateSubmissionPlugin": {"penalty_method": "zero"}}
WRONG = {
    **SOLUTIONS,
    "lstm_forward": edited("lstm_forward", "y[:, :, t] =", "y[:, :, 0] ="),
    "lstm_backward": edited("lstm_backward", "da[:, :, t] + ", "da[:, :, t] + 1 + "),
}


def plain(tables):
    """Forget what nbgrader's comments do not say: it has none on wrong answers."""
    comments = []
    for line in tables["comment"]:
        row = json.loads(line)
        row["auto_comment"] = row["auto_comment"] if row["auto_comment"] == "No response." else None
        comments.append(json.dumps(row, sort_keys=True))
    return {**tables, "comment": sorted(comments)}


def by_hand(course):
    """Do what an instructor does in formgrader."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        base.update_or_create_assignment(
            "2_lstm", duedate=f"{example_class.DUE:%Y-%m-%d %H:%M:%S} UTC"
        )
        base.update_or_create_student("student-002")
        submission = base.update_or_create_submission("2_lstm", "student-002")
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                if grade.name == "check_lstm_forward":
                    grade.manual_score, grade.extra_credit = 3.25, 0.5
            for comment in notebook.comments:
                comment.manual_comment = f"On {comment.name}"
        base.db.commit()


def stock(course, tmp_path):
    env = doors.surroundings(tmp_path)
    command = [sys.executable, "-m", "nbgrader", "autograde", "2_lstm"]
    command += [f"--CourseDirectory.root={course}", "--LateSubmissionPlugin.penalty_method=zero"]
    doors.run(command, tmp_path, env)


def ours(course, monkeypatch):
    monkeypatch.setattr(run, "configuration", lambda *_: Config(ZERO))
    for outcome in run.run(Task(course / "submitted", course)):
        assert not any(one.message for one in outcome.graded)


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
# All in one test, because handing in and grading is what takes the time.
@pytest.mark.long
def test_right_wrong_untouched_missing_late_and_reviewed_work(
    course, hand_in, tmp_path, monkeypatch
):
    for student, answers, late in (
        ("student-001", SOLUTIONS, False),
        ("student-002", WRONG, False),
        ("student-003", STUBS, False),
        ("student-004", WRONG, True),
    ):
        for name in (FORWARD, BACKWARD):
            without_demos(hand_in(student, name, answers, late))
    without_demos(hand_in("student-005", BACKWARD, WRONG, late=True))
    by_hand(course)
    other = shutil.copytree(course, tmp_path / "stock")
    stock(other, tmp_path)
    ours(course, monkeypatch)
    found, expected = (plain(contents(c / "gradebook.db")) for c in (course, other))
    for table in expected:
        assert found[table] == expected[table], table
    show_what_could_differ(expected)


def without_demos(path):
    content = json.loads(path.read_text("utf-8"))
    content["cells"] = [cell for cell in content["cells"] if not doors.is_aside(cell)]
    path.write_text(json.dumps(content), encoding="utf-8")


def show_what_could_differ(tables):
    """Make sure that the comparison is of something: points of all kinds, penalties, a review."""
    grades = [json.loads(line) for line in tables["grade"]]
    notebooks = [json.loads(line) for line in tables["submitted_notebook"]]
    comments = [json.loads(line) for line in tables["comment"]]
    assert len(grades) == 20
    assert 0 in {grade["auto_score"] for grade in grades}
    assert any(grade["auto_score"] % 1 > 0 for grade in grades)
    assert sum(grade["needs_manual_grade"] for grade in grades) == 1
    assert sum((notebook["late_submission_penalty"] or 0) > 5 for notebook in notebooks) == 3
    assert sum(comment["auto_comment"] == "No response." for comment in comments) == 4
    assert sum(comment["manual_comment"] is not None for comment in comments) == 4
