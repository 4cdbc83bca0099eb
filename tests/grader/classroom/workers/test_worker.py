"""One student's files share the time of an assignment, so that nobody holds up a class for long."""

import pytest
from graded_class import RNN, most, recorded

from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import Graded
from grader.classroom.kept.key import checks
from grader.classroom.workers import worker

pytestmark = pytest.mark.xdist_group("course")
HOURS = 3600.0


def test_what_one_file_has_used_up_the_others_have_no_more(monkeypatch):
    seconds, left = iter([0.0, 0.0, 100.0, 290.0, 350.0]), []

    def attempt(file, sandbox, cases, only, of_time):
        left.append(of_time)
        return Graded(file, message="It hangs.")

    for name, value in {
        "own_sandbox": lambda _: None,
        "renew": lambda _: None,
        "monotonic": lambda: next(seconds),
        "attempt": attempt,
    }.items():
        monkeypatch.setattr(worker, name, value)
    files = tuple(File("s", "1_rnn", f"{n}.ipynb", f"s/{n}.ipynb") for n in range(4))
    assert len(worker.work(worker.Job("s", "1_rnn", files, bytes(32), 1, (), checks()))) == 4
    assert left == [300.0, 200.0, 10.0, -50.0]


def test_a_file_without_any_time_left_says_so_and_is_graded_by_the_next_run(
    course, hand_in, outcomes, monkeypatch
):
    hand_in("student-001", RNN)
    monkeypatch.setattr(worker, "SECONDS_AN_ASSIGNMENT", -1.0)
    (one,) = outcomes()["student-001", "1_rnn"].graded
    assert "the files before it have used up all the time" in one.message
    assert recorded(course)["student-001", "rnn_forward"] == 0
    monkeypatch.setattr(worker, "SECONDS_AN_ASSIGNMENT", HOURS)
    outcomes()
    assert recorded(course)["student-001", "rnn_forward"] == most("rnn_forward")


def test_two_runs_without_time_are_enough(course, hand_in, outcomes, monkeypatch):
    hand_in("student-001", RNN)
    monkeypatch.setattr(worker, "SECONDS_AN_ASSIGNMENT", -1.0)
    found = [outcomes()["student-001", "1_rnn"].unchanged for _ in range(3)]
    assert found == [False, False, True]
