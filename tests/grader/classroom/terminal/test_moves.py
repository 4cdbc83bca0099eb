"""A dry run says whose grade would move, and writes nothing."""

import json

import pytest
from graded_class import LSTM, most, recorded
from nbgrader.api import Gradebook

from grader import cli
from grader.classroom.judged.round import secret_of
from grader.classroom.task import Move

pytestmark = pytest.mark.xdist_group("course")
ABOUT = "student-001", "2_lstm"
FULL = most("lstm_forward")
NOTHING = {"lstm_forward": "def lstm_forward(x, a0, parameters): pass\n"}


def everything(course):
    return {
        path.relative_to(course): path.read_bytes()
        for path in sorted(course.rglob("*"))
        if path.is_file() and "submitted" not in path.parts
    }


def dry(course, *options):
    return cli.main(["grade", "--course", str(course), "--dry-run", *options])


def test_a_first_dry_run_writes_nothing_and_says_what_it_would(course, hand_in, outcomes, capsys):
    hand_in("student-001", LSTM)
    secret_of(course)
    before = everything(course)
    (outcome,) = outcomes(dry=True).values()
    assert Move("lstm_forward", None, FULL) in outcome.moves
    assert dry(course) == 0
    assert everything(course) == before
    assert recorded(course) == {}
    said = capsys.readouterr().out
    assert said.count("\n    not graded yet\n") == 1
    assert "→" not in said
    assert "The grades of 1 assignment would move" in said


def test_of_some_exercises_it_does_not_say_that_nothing_would_move(course, hand_in, capsys):
    hand_in("student-001", LSTM)
    assert dry(course, "--exercise", "lstm_forward") == 0
    said = capsys.readouterr().out
    assert "No grade would move" not in said
    assert f"{FULL:g} / {FULL:g}" in said
    assert "Nothing was written down: only some exercises were graded." in said


def test_only_what_would_move_is_said(course, hand_in, outcomes, capsys):
    for student in ("student-001", "student-002"):
        hand_in(student, LSTM)
    outcomes()
    hand_in("student-001", LSTM, NOTHING)
    before = everything(course)
    found = outcomes(dry=True)
    assert found[ABOUT].moves == (Move("lstm_forward", FULL, 0.0),)
    assert found["student-002", "2_lstm"].unchanged
    dry(course)
    said = capsys.readouterr().out
    assert f"    lstm_forward: {FULL:g} → 0\n" in said
    assert "student-002" not in said
    assert everything(course) == before


def test_a_grade_that_stays_does_not_move(course, hand_in, outcomes, capsys):
    hand_in("student-001", LSTM)
    outcomes()
    assert outcomes(dry=True, force=True)[ABOUT].moves == ()
    assert dry(course, "--force") == 0
    said = capsys.readouterr().out
    assert "No grade would move. Nothing was written." in said
    assert "to look at" not in said  # no head of a table that is empty


def test_points_by_hand_are_said_to_stay(course, hand_in, outcomes, capsys):
    hand_in("student-001", LSTM)
    outcomes()
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        notebooks = base.find_submission("2_lstm", "student-001").notebooks
        grades = (g for n in notebooks for g in n.grades)
        next(g for g in grades if g.name == "check_lstm_forward").manual_score = 5
        base.db.commit()
    hand_in("student-001", LSTM, NOTHING)
    dry(course)
    assert f"lstm_forward: {FULL:g} → 0; the points given by hand stay" in capsys.readouterr().out


def test_a_notebook_that_is_gone_would_bring_nothing(course, hand_in, outcomes):
    hand_in("student-001", LSTM)
    path = hand_in("student-001", "04_lstm_backward.ipynb")
    outcomes()
    path.unlink()
    moved = outcomes(dry=True)[ABOUT].moves
    assert [(m.exercise, m.after) for m in moved] == [
        ("lstm_cell_backward", 0.0),
        ("lstm_backward", 0.0),
    ]


def test_the_lines_for_programs_say_it_too(course, hand_in, outcomes, capsys):
    hand_in("student-001", LSTM, NOTHING)
    dry(course, "--json")
    line = json.loads(capsys.readouterr().out)
    assert {"exercise": "lstm_forward", "before": None, "after": 0.0, "by_hand": False} in line[
        "moves"
    ]


def test_nothing_moves_where_nothing_is_there_any_more_and_nothing_is_written(
    course, hand_in, outcomes
):
    path = hand_in("student-001", LSTM)
    outcomes()
    path.unlink()
    assert outcomes(dry=True)[ABOUT].moves == ()
    outcomes()
    assert recorded(course)["student-001", "lstm_forward"] == FULL
