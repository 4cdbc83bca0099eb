"""Errors of the grader's own: they are told, cost one student, and stop nothing."""

import pytest
from graded_class import LSTM, most, recorded

from grader.classroom.gradebook import book as gradebook
from grader.classroom.handed_in import intake
from grader.classroom.judged import grading
from grader.classroom.shown import autograded
from grader.classroom.workers import worker
from grader.sandbox.refusal import SandboxUnavailable

BACKWARD = "04_lstm_backward.ipynb"
pytestmark = pytest.mark.xdist_group("course")


def test_an_error_of_the_graders_own_costs_one_file_and_is_told(
    course, hand_in, outcomes, monkeypatch
):
    judge, calls = grading.judged, []

    def fail_second(*args):
        calls.append(args)
        if len(calls) == 2:
            raise ZeroDivisionError("by zero")
        return judge(*args)

    monkeypatch.setattr(grading, "judged", fail_second)
    for number in (1, 2, 3):
        hand_in(f"student-{number:03}", LSTM)
    found = outcomes()
    (one,) = found["student-002", "2_lstm"].graded
    assert one.failed
    assert one.to_json()["status"] == "unusable"
    assert f"{LSTM} could not be graded: ZeroDivisionError: by zero (" in one.message
    for student in ("student-001", "student-003"):
        assert recorded(course)[student, "lstm_forward"] == most("lstm_forward")


@pytest.mark.parametrize(
    ("module", "name"),
    [(autograded, "rebuild"), (gradebook, "fill"), (gradebook, "timestamp"), (autograded, "put")],
)
def test_a_grade_that_cannot_be_written_down_is_told_and_the_others_are(
    course, hand_in, outcomes, monkeypatch, module, name
):
    work, calls = getattr(module, name), []

    def fail_first(*args, **named):
        calls.append(args)
        if len(calls) == 1:
            raise OSError(28, "No space left on device")
        return work(*args, **named)

    monkeypatch.setattr(module, name, fail_first)
    hand_in("student-001", LSTM)
    hand_in("student-002", LSTM)
    found = outcomes()
    (one,) = found["student-001", "2_lstm"].graded
    assert one.failed
    assert "The grade could not be written down: OSError" in one.message
    assert one.to_json()["points"] == 0
    assert {student for student, _ in recorded(course)} == {"student-002"}


def test_a_page_that_cannot_be_written_leaves_the_grade_and_is_told(course, hand_in, outcomes):
    hand_in("student-001", LSTM)
    hand_in("student-002", LSTM)
    (course / "feedback").mkdir()
    (course / "feedback" / "student-001").write_text("in the way")
    found = outcomes()
    outcome = found["student-001", "2_lstm"]
    (one,) = outcome.graded
    assert (one.message, one.failed, one.to_json()["points"]) == ("", False, 16)
    assert "Points, comments and autograded notebooks are written" in outcome.unwritten
    assert "FileExistsError" in outcome.unwritten
    assert recorded(course)["student-001", "lstm_forward"] == most("lstm_forward")
    assert (course / "autograded" / "student-001" / "2_lstm" / LSTM).is_file()
    assert found["student-002", "2_lstm"].unwritten == ""
    assert (course / "feedback" / "student-002" / "2_lstm.html").is_file()


def test_a_grade_that_is_not_written_down_says_what_was(course, hand_in, outcomes, monkeypatch):
    hand_in("student-001", LSTM)
    monkeypatch.setattr(gradebook, "fill", None)
    (one,) = outcomes()["student-001", "2_lstm"].graded
    assert "gradebook holds what it held before; its autograded notebooks are new" in one.message


def test_an_error_while_a_students_files_are_read_costs_that_student_only(
    course, hand_in, outcomes, monkeypatch
):
    read = intake.read

    def fail(path):
        if "student-001" in path.parts and path.suffix == ".ipynb":
            raise RuntimeError
        return read(path)

    monkeypatch.setattr(intake, "read", fail)
    hand_in("student-001", LSTM)
    hand_in("student-002", LSTM)
    found = outcomes()
    assert found["student-001", "2_lstm"].graded[-1].failed
    assert recorded(course)["student-002", "lstm_forward"] == most("lstm_forward")


def test_without_a_sandbox_everything_stops(hand_in, outcomes, monkeypatch):
    def gone(*_):
        raise SandboxUnavailable("It is gone.", "")

    hand_in("student-001", LSTM)
    monkeypatch.setattr(grading.Session, "describe", gone)
    with pytest.raises(SandboxUnavailable):
        outcomes()


@pytest.mark.parametrize("force", [False, True])
def test_what_is_lost_with_its_worker_brings_nothing_and_takes_nothing(
    course, hand_in, outcomes, monkeypatch, force
):
    """One notebook stands or is graded, the other is lost: no line says it was not handed in."""
    hand_in("student-001", LSTM)
    hand_in("student-001", BACKWARD)
    outcomes()
    before = recorded(course)
    hand_in("student-001", BACKWARD, {"lstm_backward": "lstm_backward = 1\n"})
    attempt = worker.attempt

    def lose(file, *rest):
        if file.name == BACKWARD:
            raise OSError(12, "no memory")
        return attempt(file, *rest)

    monkeypatch.setattr(worker, "attempt", lose)
    found = outcomes(force=force)["student-001", "2_lstm"]
    assert any(one.failed and not one.file.name for one in found.graded)
    assert recorded(course) == before
    page = (course / "feedback" / "student-001" / "2_lstm.html").read_text("utf-8")
    assert "not handed in" not in page
    assert (course / "autograded" / "student-001" / "2_lstm" / BACKWARD).is_file()
    (kept,) = (one for one in found.graded if one.file.name == LSTM)
    assert kept.failed
    assert "because another file has none: What was handed in could not be graded" in kept.message
    assert outcomes(dry=True, force=force)["student-001", "2_lstm"].moves == ()
