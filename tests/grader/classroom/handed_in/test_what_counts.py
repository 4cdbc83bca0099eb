"""Of all that a student hands in, what is graded, what counts, and what is reported."""

import json
import shutil
from pathlib import Path

import pytest
from answers import SOLUTIONS, STUBS
from graded_class import LSTM, RNN, most, recorded

import grader
from grader.classroom.handed_in import intake

pytestmark = pytest.mark.xdist_group("course")


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
    for number in range(intake.MOST_FILES):
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
    assert len(labels) == intake.MOST_FILES + 1
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
    monkeypatch.setattr(intake, "MOST_FILES", 3)
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
