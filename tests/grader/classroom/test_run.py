"""A whole class: each student has a line and a grade, whatever the others hand in."""

import contextlib
import shutil
import sqlite3
import zipfile

import pytest
from graded_class import LSTM, RNN, messages, most, recorded
from nbgrader.api import Gradebook

from grader.classroom import run
from grader.classroom.gradebook.book import NoAssignment
from grader.classroom.handed_in import intake
from grader.classroom.recording import NO_TIME
from grader.classroom.task import Task
from grader.classroom.workers import worker

pytestmark = pytest.mark.xdist_group("course")


def link(path):
    path.symlink_to("/etc/passwd")


def broken_json(path):
    path.write_bytes(b'{"cells": [')


def deep_json(path):
    path.write_bytes(b'{"cells": ' + b"[" * 100_000)


def no_text(path):
    path.write_bytes(b"\xff\xfe{\0")


def zeros(path):
    path.write_bytes(bytes(1000))


def empty(path):
    path.write_bytes(b"")


def too_large(path):
    with path.open("wb") as file:
        file.truncate(intake.LARGEST_FILE + 1)


def bomb(path):
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as target:
        for number in range(3):
            target.writestr(f"{number}.ipynb", bytes(intake.LARGEST_FILE - 1))


def zip_of_nothing(path):
    path.with_suffix(".zip").write_bytes(b"PK")


def another_notebook(path):
    path.with_name("holidays.ipynb").write_text('{"cells": []}')


def folder_only(path):
    path.mkdir()


STRANGE = (
    link,
    broken_json,
    deep_json,
    no_text,
    zeros,
    empty,
    too_large,
    bomb,
    zip_of_nothing,
    another_notebook,
    folder_only,
)


def test_whatever_one_hands_in_is_one_line_and_the_others_have_their_grades(
    course, hand_in, outcomes
):
    students = {f"student-{n:03}": make for n, make in enumerate(STRANGE, 2)}
    for student, make in students.items():
        folder = course / "submitted" / student / "2_lstm"
        folder.mkdir(parents=True)
        make(folder / LSTM)
    for student in ("student-001", "student-999"):
        hand_in(student, LSTM)
    found = outcomes()
    assert len(found) == len(STRANGE) + 2
    for student, make in students.items():
        (one,) = found.pop((student, "2_lstm")).graded
        report = one.to_json()
        assert report["status"] == "unusable", make.__name__
        assert report["message"]
        assert "\n" not in report["message"]
        assert not one.failed
        assert report["points"] == 0
    for outcome in found.values():
        assert sum(one.to_json()["points"] for one in outcome.graded) == 16
    scores = recorded(course)
    for student in ("student-001", "student-999"):
        assert scores[student, "lstm_forward"] == most("lstm_forward")
    for student, make in students.items():
        handed_in = make is not folder_only
        assert scores.get((student, "lstm_forward")) == (0 if handed_in else None)


ODD = (
    "student one",
    "étudiante-ü",
    "学生-001",
    'o\'brien "x"',
    "s" * 250,
    "--help",
    "a;DROP TABLE grade",
)


@pytest.mark.parametrize("student", ODD)
def test_an_odd_name_of_a_student_is_a_name(course, hand_in, outcomes, student):
    hand_in(student, LSTM)
    (outcome,) = outcomes().values()
    assert messages(outcome) == {f"{student}/{LSTM}": ""}
    assert recorded(course)[student, "lstm_forward"] == most("lstm_forward")
    assert (course / "autograded" / student / "2_lstm" / LSTM).is_file()


@pytest.mark.parametrize("student", ["student-\udcff", "student\n001", "\x1b[31m"])
def test_a_name_that_is_no_text_is_a_clear_line_and_is_not_run(course, hand_in, outcomes, student):
    hand_in(student, LSTM)
    hand_in("z", LSTM)
    found = outcomes()
    (one,) = found[student, "2_lstm"].graded
    assert "is not text. Rename it" in one.message
    assert one.message.isprintable()
    assert {student for student, _ in recorded(course)} == {"z"}


def test_a_folder_that_is_no_assignment_is_a_clear_line(course, hand_in, outcomes):
    path = hand_in("student-001", LSTM)
    shutil.copytree(path.parent, path.parent.parent / "homework")
    found = outcomes()
    (one,) = found["student-001", "homework"].graded
    assert one.message == "homework is no assignment of this course, which has 1_rnn and 2_lstm."
    assert found["student-001", "2_lstm"].graded[0].message == ""


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_another_assignment_of_the_same_gradebook_is_left_alone(course, hand_in, outcomes):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        base.add_assignment("essay")
        base.add_notebook("essay", "essay")
        base.add_grade_cell("question", "essay", "essay", max_score=5, cell_type="code")
        base.add_student("student-001")
        base.add_submission("essay", "student-001")
    path = hand_in("student-001", LSTM)
    shutil.copytree(path.parent, path.parent.parent / "essay")
    assert "no assignment of this course" in outcomes()["student-001", "essay"].graded[0].message
    assert recorded(course)["student-001", "question"] is None


def test_a_file_in_no_assignments_folder_is_graded_and_said_not_to_be_recorded(
    course, hand_in, outcomes
):
    path = hand_in("student-001", LSTM)
    shutil.move(path, path.parent.parent / LSTM)
    outcome = outcomes()["student-001", ""]
    assert outcome.graded[0].to_json()["points"] == 16
    assert "not in the gradebook" in outcome.note
    assert recorded(course) == {}


def test_who_is_on_no_roster_is_added_and_named(hand_in, outcomes, roster):
    roster("student-001")
    for student in ("student-001", "student-010"):
        hand_in(student, LSTM)
    notes = {student: outcome.note for (student, _), outcome in outcomes().items()}
    assert notes == {"student-001": "", "student-010": run.ADDED}


def test_a_time_that_cannot_be_read_is_said(hand_in, outcomes, roster):
    """It makes nobody late, and the instructor may have meant that it does."""
    roster("student-001")
    for student in ("student-001", "student-002", "student-003"):
        path = hand_in(student, LSTM, late=True)
        if student != "student-003":
            path.with_name("timestamp.txt").write_text("31 January, late", encoding="utf-16")
        if student == "student-001":
            path.with_name("timestamp.txt").write_text("yesterday")
    notes = {student: outcome.note for (student, _), outcome in outcomes().items()}
    assert notes == {
        "student-001": NO_TIME,
        "student-002": f"{run.ADDED}; {NO_TIME}",
        "student-003": run.ADDED,
    }


@pytest.mark.parametrize("first", [True, False])
def test_who_is_added_is_named_although_a_file_cannot_be_read(
    hand_in, outcomes, roster, first, tmp_path
):
    roster("student-001")
    path = hand_in("student-010", LSTM)
    (path.with_name("00_first.ipynb") if first else path).unlink(missing_ok=True)
    (path.with_name("00_first.ipynb") if first else path).symlink_to(tmp_path)
    assert outcomes()["student-010", "2_lstm"].note == run.ADDED


def test_without_a_roster_all_are_added_and_nobody_is_named(hand_in, outcomes):
    hand_in("student-001", LSTM)
    assert [outcome.note for outcome in outcomes().values()] == [""]


def test_an_assignment_unknown_to_the_gradebook_is_refused_before_anything_is_run(
    course, hand_in, outcomes, monkeypatch
):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        base.remove_assignment("2_lstm")
    monkeypatch.setattr(worker, "attempt", None)
    hand_in("student-001", RNN)
    hand_in("student-002", LSTM)
    with pytest.raises(NoAssignment, match="generate_assignment 2_lstm"):
        outcomes()
    monkeypatch.undo()
    assert recorded(course) == {}


def test_without_the_notebooks_that_were_handed_out_nothing_is_run_and_nothing_deleted(
    course, hand_in, outcomes, monkeypatch
):
    """From them autograded notebooks are made; without them the old ones would go away."""
    hand_in("student-001", LSTM)
    outcomes()
    autograded = course / "autograded" / "student-001" / "2_lstm" / LSTM
    before = autograded.read_bytes()
    (course / "release" / "2_lstm" / LSTM).unlink()
    monkeypatch.setattr(worker, "attempt", None)
    for force in (False, True):
        with pytest.raises(NoAssignment, match=rf"{LSTM} is not there\. .*2_lstm --force"):
            outcomes(force=force)
    assert autograded.read_bytes() == before


def test_points_are_compared_before_anything_is_run_whatever_an_assignment_is_called(
    course, hand_in, outcomes, monkeypatch
):
    folder = hand_in("student-001", LSTM).parent
    folder.rename(folder.with_name("homework"))
    with contextlib.closing(sqlite3.connect(course / "gradebook.db")) as base:
        base.execute("UPDATE assignment SET name = 'homework' WHERE name = '2_lstm'")
        base.execute("UPDATE grade_cells SET max_score = 7 WHERE max_score = 18")
        base.commit()
    monkeypatch.setattr(worker, "attempt", None)
    with pytest.raises(NoAssignment, match=r"18 in course\.toml and 7"):
        outcomes()


def test_a_link_in_a_circle_is_one_line(course, one_sandbox, tmp_path):
    (tmp_path / "circle").symlink_to("circle")
    (outcome,) = run.run(Task(tmp_path / "circle", course))
    assert messages(outcome) == {"circle": "circle is not read: it is a link."}
