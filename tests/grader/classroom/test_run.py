"""A whole class: each student has a line and a grade, and nothing stops the others."""

import contextlib
import json
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest
from answers import SOLUTIONS, STUBS
from nbgrader.api import Gradebook

import grader
from grader.classroom import autograded, gradebook, grading, intake, run
from grader.classroom.gradebook import NoAssignment
from grader.classroom.run import Task
from grader.exercises import EXERCISES
from grader.sandbox.refusal import SandboxUnavailable

pytestmark = pytest.mark.xdist_group("course")
RNN, LSTM = "01_rnn_forward.ipynb", "03_lstm_forward.ipynb"


@pytest.fixture(autouse=True)
def one_sandbox_for_all(sandbox, monkeypatch):
    monkeypatch.setattr(run, "Sandbox", lambda: contextlib.nullcontext(sandbox))
    monkeypatch.setattr(run, "selftest", lambda *_: None)


@pytest.fixture
def outcomes(course):
    """Grade the course, or a part of it; outcomes by student and assignment."""

    def grade(path="", **options):
        task = Task(course / "submitted" / path, course, **options)
        return {(o.student, o.assignment): o for o in run.run(task)}

    return grade


def messages(outcome):
    return {one.file.label: one.message for one in outcome.graded}


def recorded(course):
    """Give the automatic scores of everybody: (student, exercise) -> points."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        return {
            (submission.student.id, grade.name.removeprefix("check_")): grade.auto_score
            for assignment in base.assignments
            for submission in base.assignment_submissions(assignment.name)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def most(name):
    return EXERCISES[name].points


# Everything that can be strange about what one student hands in.


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


def test_an_assignment_unknown_to_the_gradebook_is_refused_before_anything_is_run(
    course, hand_in, outcomes, monkeypatch
):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        base.remove_assignment("2_lstm")
    monkeypatch.setattr(run, "attempt", None)
    hand_in("student-001", RNN)
    hand_in("student-002", LSTM)
    with pytest.raises(NoAssignment, match="generate_assignment 2_lstm"):
        outcomes()
    monkeypatch.undo()
    assert recorded(course) == {}


# Errors of our own.


def test_points_are_compared_before_anything_is_run_whatever_an_assignment_is_called(
    course, hand_in, outcomes, monkeypatch
):
    folder = hand_in("student-001", LSTM).parent
    folder.rename(folder.with_name("homework"))
    with contextlib.closing(sqlite3.connect(course / "gradebook.db")) as base:
        base.execute("UPDATE assignment SET name = 'homework' WHERE name = '2_lstm'")
        base.execute("UPDATE grade_cells SET max_score = 7 WHERE max_score = 18")
        base.commit()
    monkeypatch.setattr(run, "attempt", None)
    with pytest.raises(NoAssignment, match=r"18 in course\.toml and 7"):
        outcomes()


def test_a_link_in_a_circle_is_one_line(course, tmp_path):
    (tmp_path / "circle").symlink_to("circle")
    (outcome,) = run.run(Task(tmp_path / "circle", course))
    assert messages(outcome) == {"circle": "circle is not read: it is a link."}


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


# What counts.


def test_a_single_notebook_of_the_tree_changes_its_own_grades_only(course, hand_in, outcomes):
    hand_in("student-001", LSTM)
    path = hand_in("student-001", "04_lstm_backward.ipynb", STUBS)
    outcomes()
    hand_in("student-001", LSTM, STUBS)
    hand_in("student-001", "04_lstm_backward.ipynb")
    outcomes(path.relative_to(course / "submitted"))
    scores = recorded(course)
    assert scores["student-001", "lstm_forward"] == most("lstm_forward")
    assert scores["student-001", "lstm_backward"] == most("lstm_backward")
    assert (course / "autograded" / "student-001" / "2_lstm" / LSTM).is_file()


def test_a_notebook_taken_back_brings_nothing_and_its_autograded_one_goes(
    course, hand_in, outcomes
):
    path = hand_in("student-001", LSTM)
    hand_in("student-001", "04_lstm_backward.ipynb")
    outcomes()
    path.unlink()
    outcomes()
    assert recorded(course)["student-001", "lstm_forward"] == 0
    assert recorded(course)["student-001", "lstm_backward"] == most("lstm_backward")
    names = [p.name for p in (course / "autograded/student-001/2_lstm").glob("*.ipynb")]
    assert names == ["04_lstm_backward.ipynb"]


def test_a_few_exercises_only_are_not_written_down(course, hand_in, outcomes):
    hand_in("student-001", LSTM)
    (outcome,) = outcomes(exercises=("lstm_forward",)).values()
    assert [v.exercise for v in outcome.graded[0].verdicts] == ["lstm_forward"]
    assert recorded(course) == {}
    assert not (course / "autograded").exists()


def test_only_notebooks_that_answer_an_exercise_are_spoken_of_when_it_alone_is_graded(
    course, hand_in, outcomes
):
    for name in (RNN, LSTM, "04_lstm_backward.ipynb"):
        hand_in("student-001", name)
    path = hand_in("student-002", "04_lstm_backward.ipynb")
    path.with_name("mine.py").write_text(SOLUTIONS["lstm_backward"], encoding="utf-8")
    path.with_name("copy.py").write_text(SOLUTIONS["lstm_forward"], encoding="utf-8")
    hand_in("student-003", LSTM).write_bytes(b"")
    found = outcomes(exercises=("lstm_forward",))
    labels = {one.file.label: one.message != "" for o in found.values() for one in o.graded}
    assert labels == {
        f"student-001/{LSTM}": False,
        "student-002/copy.py": False,
        f"student-003/{LSTM}": True,
    }
    verdicts = [v for o in found.values() for one in o.graded for v in one.verdicts]
    assert [v.exercise for v in verdicts] == ["lstm_forward"] * 2


def test_only_the_named_student_is_graded(course, hand_in, outcomes):
    for student in ("student-001", "student-002"):
        hand_in(student, LSTM)
    assert {*outcomes(student="student-002")} == {("student-002", "2_lstm")}
    assert {student for student, _ in recorded(course)} == {"student-002"}


def test_a_notebook_that_a_browser_has_renamed_counts(course, hand_in, outcomes):
    path = hand_in("student-001", LSTM)
    path.rename(path.with_name("03_lstm_forward (1).ipynb"))
    outcomes()
    assert recorded(course)["student-001", "lstm_forward"] == most("lstm_forward")
    assert (course / "autograded" / "student-001" / "2_lstm" / LSTM).is_file()


@pytest.mark.parametrize("copy", ["old/03_lstm_forward.ipynb", "03_lstm_forward-Copy1.ipynb"])
def test_of_two_copies_the_one_in_its_place_counts(course, hand_in, outcomes, copy):
    path = hand_in("student-001", LSTM, STUBS)
    other = path.parent / copy
    other.parent.mkdir(exist_ok=True)
    path.rename(other)
    hand_in("student-001", LSTM)
    assert len(outcomes()["student-001", "2_lstm"].graded) == 2
    assert recorded(course)["student-001", "lstm_forward"] == most("lstm_forward")


@pytest.mark.parametrize("copy", ["03_lstm_forward (1).ipynb", "work/03_lstm_forward.ipynb"])
def test_a_notebook_in_which_nothing_is_begun_leaves_its_place_to_a_copy(
    course, hand_in, outcomes, copy
):
    path = hand_in("student-001", LSTM)
    other = path.parent / copy
    other.parent.mkdir(exist_ok=True)
    path.rename(other)
    hand_in("student-001", LSTM, STUBS)
    outcomes()
    assert recorded(course)["student-001", "lstm_forward"] == most("lstm_forward")


def test_why_a_notebook_is_unusable_is_not_hidden_by_an_empty_copy(hand_in, outcomes):
    path = hand_in("student-001", LSTM, STUBS)
    path.rename(path.with_name("copy.ipynb"))
    path.write_bytes(b"")
    counted = outcomes()["student-001", "2_lstm"].counted
    assert "is not a Jupyter notebook" in counted["03_lstm_forward"].message


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_who_hands_in_the_whole_folder_of_the_course_loses_nothing(
    course, hand_in, outcomes, tmp_path, packed
):
    path = hand_in("student-001", LSTM)
    whole = tmp_path / "rnn-lstm-numpy"
    environment = whole / "venv" / "lib" / "python3.11" / "site-packages" / "pip"
    environment.mkdir(parents=True)
    (whole / "venv" / "pyvenv.cfg").write_text("home = /usr/bin\n")
    shutil.copytree(Path(grader.__file__).parent, whole / "grader")
    for number in range(run.MOST_FILES):
        (environment / f"m{number:02}.py").write_text("x = 1\n")
        (whole / f"my_{number:02}.py").write_text("x = 1\n")
    (whole / "work" / "2_lstm").mkdir(parents=True)
    path.rename(whole / "work" / "2_lstm" / LSTM)
    untouched = hand_in("student-001", LSTM, STUBS)
    (whole / "notebooks" / "2_lstm").mkdir(parents=True)
    untouched.rename(whole / "notebooks" / "2_lstm" / LSTM)
    if packed:
        shutil.make_archive(str(path.parent / "all"), "zip", tmp_path, whole.name)
    else:
        shutil.move(whole, path.parent)
    labels = [one.file.label for one in outcomes()["student-001", "2_lstm"].graded]
    assert recorded(course)["student-001", "lstm_forward"] == most("lstm_forward")
    assert len(labels) == run.MOST_FILES + 1
    assert not any("/grader/" in label or "/venv/" in label for label in labels)


def test_an_unusable_notebook_leaves_its_place_to_a_copy(course, hand_in, outcomes):
    path = hand_in("student-001", LSTM)
    path.rename(path.with_name("copy.ipynb"))
    path.write_bytes(b"")
    outcomes()
    assert recorded(course)["student-001", "lstm_forward"] == most("lstm_forward")


def test_a_python_file_counts_for_every_notebook_that_is_not_there(course, hand_in, outcomes):
    path = hand_in("student-001", LSTM)
    wrong = SOLUTIONS["lstm_forward"].replace("return ", "return 1, ", 1)
    names = ("lstm_cell_backward", "lstm_backward")
    source = "import numpy as np\n\n" + "\n\n".join([wrong, *(SOLUTIONS[name] for name in names)])
    path.with_name("mine.py").write_text(source, encoding="utf-8")
    outcomes()
    scores = recorded(course)
    assert [scores["student-001", name] for name in (*names, "lstm_forward")] == [
        most(name) for name in (*names, "lstm_forward")
    ]


def test_a_student_with_hundreds_of_files_does_not_keep_the_class_waiting(
    hand_in, outcomes, monkeypatch
):
    monkeypatch.setattr(run, "MOST_FILES", 3)
    path = hand_in("student-001", LSTM)
    for number in range(9):
        path.with_name(f"z{number}.ipynb").write_bytes(b"")
    graded = outcomes()["student-001", "2_lstm"].graded
    assert len(graded) == 4
    assert "more than 3 files" in graded[-1].message
    assert graded[0].to_json()["points"] == 16


def test_a_report_is_the_object_that_other_programs_read(hand_in, outcomes):
    hand_in("student-001", LSTM, {**SOLUTIONS, "lstm_forward": STUBS["lstm_forward"]})
    (outcome,) = outcomes(round=3).values()
    report = json.loads(json.dumps(outcome.graded[0].to_json()))
    exercises = report.pop("exercises")
    assert report == {
        "submission": f"student-001/{LSTM}",
        "kind": "grade",
        "status": "judged",
        "message": "",
        "points": 10.0,
        "max_points": 16.0,
        "sandbox": "bwrap",
        "round": "2_lstm-3",
    }
    assert [(n, v["status"], v["points"]) for n, v in exercises.items()] == [
        ("lstm_cell_forward", "correct", 10.0),
        ("lstm_forward", "not_started", 0.0),
    ]
    assert exercises["lstm_cell_forward"]["outputs"]["a_next"] == {"status": "right"}


def test_the_secret_is_in_nothing_that_a_run_writes(course, hand_in, outcomes):
    hand_in("student-001", LSTM)
    reports = [json.dumps(one.to_json()) for o in outcomes().values() for one in o.graded]
    secret = (course / "secret").read_text().strip()
    assert len(secret) == 64
    written = [p for p in course.rglob("*") if p.is_file() and p.name != "secret"]
    assert {"gradebook.db", LSTM} <= {path.name for path in written}
    for content in [r.encode() for r in reports] + [path.read_bytes() for path in written]:
        assert secret.encode() not in content
        assert bytes.fromhex(secret) not in content
