"""Late submissions: what they cost is what the instructor's settings say."""

import pytest
from nbgrader.api import Gradebook
from traitlets.config import Config
from written_grades import both, scores

from grader.classroom.gradebook.book import Book
from grader.exercises import EXERCISES

pytestmark = pytest.mark.xdist_group("course")


def penalties(course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        submission = base.find_submission("2_lstm", "student-001")
        return [
            n.late_submission_penalty for n in sorted(submission.notebooks, key=lambda n: n.name)
        ]


@pytest.fixture
def stamp(course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        base.update_or_create_assignment("2_lstm", duedate="2030-01-31 12:00:00 UTC")
    path = course / "submitted" / "student-001" / "2_lstm" / "timestamp.txt"
    path.parent.mkdir(parents=True)
    return path


ZERO = Config({"LateSubmissionPlugin": {"penalty_method": "zero"}})


def test_late_work_costs_what_the_configured_plugin_says(course, stamp):
    stamp.write_text("2030-01-31 13:00:00 UTC")
    with Book(course, ZERO) as book:
        assert book.write("student-001", "2_lstm", both(0.5)) == 3600
        assert penalties(course) == [8, 15]
        assert book.write("student-001", "2_lstm", both()) == 3600
        assert penalties(course) == [16, 30]
        stamp.write_text("2030-01-31 11:00:00 UTC")
        assert book.write("student-001", "2_lstm", both()) == 0
        assert penalties(course) == [None, None]


def test_by_default_late_work_costs_nothing(course, book, stamp):
    stamp.write_text("2030-01-31 13:00:00 UTC")
    assert book.write("student-001", "2_lstm", both()) == 3600
    assert penalties(course) == [None, None]


@pytest.mark.parametrize("cost", [-5, 1e9, 3.5])
def test_a_penalty_is_never_more_than_the_score_and_never_a_gift(course, stamp, monkeypatch, cost):
    from nbgrader.plugins import LateSubmissionPlugin

    monkeypatch.setattr(LateSubmissionPlugin, "late_submission_penalty", lambda *_: cost)
    stamp.write_text("2030-01-31 13:00:00 UTC")
    with Book(course, Config()) as book:
        book.write("student-001", "2_lstm", both())
    assert penalties(course) == [min(max(cost, 0), 16), min(max(cost, 0), 30)]


@pytest.mark.parametrize("words", ["", "yesterday", "\0", "9" * 5000, "2030-99-99 00:00:00 UTC"])
def test_what_is_no_time_makes_nobody_late(course, book, stamp, words):
    stamp.write_text(words)
    assert book.write("student-001", "2_lstm", both()) == 0
    assert scores(course)["lstm_forward"][0] == EXERCISES["lstm_forward"].points


def test_a_time_with_the_mark_of_utf_8_is_a_time(book, stamp):
    """Some editors write one, and whoever was late would be on time."""
    stamp.write_text("2030-01-31 13:00:00 UTC\r\n", encoding="utf-8-sig")
    assert book.write("student-001", "2_lstm", both()) == 3600


def test_a_time_that_is_a_link_is_not_read(course, book, stamp, tmp_path):
    (tmp_path / "elsewhere").write_text("2030-01-31 13:00:00 UTC")
    stamp.symlink_to(tmp_path / "elsewhere")
    assert book.write("student-001", "2_lstm", both()) == 0
