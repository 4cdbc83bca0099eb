"""An instructor may call an assignment otherwise than the course does."""

import sqlite3
from contextlib import closing

import pytest

from grader.classroom.remarks.commenting import groups
from grader.classroom.report.collecting import collect
from grader.classroom.terminal.table import Table

WRONG = {"rnn_cell_forward": "def rnn_cell_forward(xt, a_prev, parameters):\n    return 0, 0\n"}


@pytest.fixture
def renamed(course, hand_in):
    """Give a course whose first assignment is called hw1, with one student's work."""
    with closing(sqlite3.connect(course / "gradebook.db")) as db, db:
        db.execute("update assignment set name = 'hw1' where name = '1_rnn'")
    (course / "release" / "1_rnn").rename(course / "release" / "hw1")
    folder = hand_in("anna", "01_rnn_forward.ipynb", WRONG).parent
    folder.rename(folder.with_name("hw1"))
    return course


def test_its_work_is_in_the_report_and_what_is_missing_counts_as_missing(renamed, outcomes):
    outcome = outcomes()["anna", "hw1"]
    assert not outcome.note
    found = {a.exercise: a.status for a in collect(renamed).answers}
    assert found["rnn_cell_forward"] == "wrong"
    assert found["rnn_backward"] == "missing"
    assert "lstm_forward" not in found
    assert not any(work.strays for work in collect(renamed).work)


def test_a_comment_reaches_its_wrong_answers(renamed, outcomes):
    outcomes()
    assert [group.slip.exercise for group in groups(renamed)] == ["rnn_cell_forward"]


def test_a_notebook_of_it_that_is_not_there_is_shown_as_missing(renamed, outcomes):
    outcome = outcomes()["anna", "hw1"]
    line = Table(["anna"], ["hw1"]).row(outcome)
    assert line.split()[:5] == ["anna", "hw1", "-", "8", "-"], line
