"""What has not changed is not graded again; whatever a grade follows from, is a change."""

import json
import shutil
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from answers import SOLUTIONS, STUBS, edited
from graded_class import LSTM, RNN, most, recorded
from nbgrader.api import Gradebook

from grader import cli
from grader.classroom.gradebook.book import Book
from grader.classroom.gradebook.database import configuration
from grader.classroom.kept import key, results
from grader.classroom.remarks import commenting
from grader.classroom.shown import autograded
from grader.classroom.workers import worker

pytestmark = pytest.mark.xdist_group("course")
UNKNOWN = edited("rnn_cell_forward", "np.tanh(", "0.7 * np.arctan(")
BOTH = {("student-001", "1_rnn"), ("student-002", "2_lstm")}


@pytest.fixture
def course_of_two(course, hand_in, outcomes):
    hand_in("student-001", RNN)
    hand_in("student-002", LSTM, {"lstm_forward": "def lstm_forward(x, a0, parameters): pass\n"})
    outcomes()
    return course


def graded(found):
    return {about for about, outcome in found.items() if not outcome.unchanged}


def again(path):
    """Hand in the same notebook, run once more."""
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] = 7
    path.write_text(json.dumps(notebook))


def test_nothing_is_graded_twice(course_of_two, outcomes, monkeypatch):
    before = recorded(course_of_two)
    again(course_of_two / "submitted" / "student-001" / "1_rnn" / RNN)
    monkeypatch.setattr(worker, "attempt", None)
    found = outcomes()
    assert found.keys() == BOTH
    assert graded(found) == set()
    assert recorded(course_of_two) == before


def test_force_grades_again(course_of_two, outcomes):
    assert graded(outcomes(force=True)) == BOTH


def test_one_who_hands_in_again_is_graded_alone(course_of_two, hand_in, outcomes):
    hand_in("student-002", LSTM)
    hand_in("student-003", LSTM)
    assert graded(outcomes()) == {("student-002", "2_lstm"), ("student-003", "2_lstm")}
    assert recorded(course_of_two)["student-002", "lstm_forward"] == most("lstm_forward")


def set_score(course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        notebooks = base.find_submission("1_rnn", "student-001").notebooks
        next(g for n in notebooks for g in n.grades if g.name == "check_rnn_forward").auto_score = 1
        base.db.commit()


def forget(course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        base.remove_submission("1_rnn", "student-001")


def take_away(*path):
    return lambda course: (course.joinpath(*path)).unlink()


def note(course):
    (course / "submitted" / "student-001" / "1_rnn" / "submission_secret.txt").write_text("x")


def later(course):
    stamp = course / "submitted" / "student-001" / "1_rnn" / "timestamp.txt"
    stamp.write_text("2030-01-31 11:59:00 UTC")


def after_the_end(course):
    stamp = course / "submitted" / "student-001" / "1_rnn" / "timestamp.txt"
    stamp.write_text("2030-01-31 13:00:00 UTC")


LATE = {("student-001", "1_rnn")}
"""Whose penalty is worked out anew each time: the settings may have changed."""


def another_file(course):
    (course / "submitted" / "student-001" / "1_rnn" / "more.py").write_text("x = 1\n")


def edit_results(old, new):
    def edit(course):
        path = results.place(course, "student-001", "1_rnn")
        text = json.dumps(results.read(path), ensure_ascii=False)
        assert old in text
        path.write_bytes(results.sealed(json.loads(text.replace(old, new, 1))))

    return edit


def by_hand(**values):
    """Set points, or a comment, of a right answer, as nbgrader or formgrader does."""

    def put(course):
        with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
            place = (NOTEBOOK.removesuffix(".ipynb"), "1_rnn", "student-001")
            for name, value in values.items():
                cell = "rnn_forward" if "comment" in name else "check_rnn_forward"
                find = base.find_comment if "comment" in name else base.find_grade
                setattr(find(cell, *place), name, value)
            base.db.commit()

    return put


NOTEBOOK = "01_rnn_forward.ipynb"
REASONS = {
    "the gradebook says something else": set_score,
    "the gradebook is an older one": forget,
    "the page is gone": take_away("feedback", "student-001", "1_rnn.html"),
    "the notebook is gone": take_away("autograded", "student-001", "1_rnn", NOTEBOOK),
    "its results are gone": take_away("results", "student-001", "1_rnn.json"),
    "there are points by hand": by_hand(manual_score=3.5),
    "there is a comment by hand": by_hand(manual_comment="Nice."),
    "its comment is another one": by_hand(auto_comment="Of old."),
    "nbgrader has noted something": note,
    "it came later": later,
    "it came too late": after_the_end,
    "there is a file more": another_file,
    "it ran too long": edit_results('"status": "correct"', '"status": "timeout"'),
    "the grader had failed": edit_results('"failed": false', '"failed": true'),
    "it was of another form": edit_results('"format": ', '"format": 9'),
}


def zipped(course, answers, notebook, name="work.zip"):
    folder = course / "submitted" / "student-001" / "1_rnn"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / name, "w") as file:
        file.writestr(RNN, json.dumps(notebook(RNN, answers)))


WRONG = {"rnn_forward": "def rnn_forward(x, a0, parameters): pass\n"}


@pytest.mark.parametrize("first", [RNN, "a.zip"])
def test_two_files_of_one_name_are_two_files(course, hand_in, notebook, outcomes, first):
    """A zip and a notebook beside it, or two zips: reports call both by the same words."""

    def hand_in_first(answers):
        if first == RNN:
            return hand_in("student-001", RNN, answers)
        return zipped(course, answers, notebook, first)

    hand_in_first(WRONG)
    zipped(course, WRONG, notebook)
    outcomes()
    assert recorded(course)["student-001", "rnn_forward"] == 0
    hand_in_first({})
    assert graded(outcomes()) == {("student-001", "1_rnn")}
    assert recorded(course)["student-001", "rnn_forward"] == most("rnn_forward")
    assert graded(outcomes()) == set()


def test_one_of_two_files_of_one_name_is_gone(course, hand_in, notebook, outcomes):
    hand_in("student-001", RNN)
    zipped(course, WRONG, notebook)
    outcomes()
    (course / "submitted" / "student-001" / "1_rnn" / "work.zip").unlink()
    assert graded(outcomes()) == {("student-001", "1_rnn")}
    assert results.read(results.place(course, "student-001", "1_rnn"))["others"] == []


def test_a_run_that_ended_between_notebook_and_grade_leaves_none_of_an_answer_taken_back(
    course, hand_in, outcomes, monkeypatch
):
    """Both answers bring the same, so neither points nor page can tell that one was begun."""
    hand_in("student-001", RNN)
    outcomes()
    place = autograded.place(course, "student-001", "1_rnn")
    before = {path: path.read_bytes() for path in place.glob("*.ipynb")}
    other = {"rnn_forward": SOLUTIONS["rnn_forward"].replace("steps", "each")}
    hand_in("student-001", RNN, other)
    hand_in("student-001", "00_sequences_and_tools.ipynb", dict(STUBS))

    def ended(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Book, "write", ended)
        with pytest.raises(KeyboardInterrupt):
            outcomes()
    hand_in("student-001", RNN)
    (course / "submitted" / "student-001" / "1_rnn" / "00_sequences_and_tools.ipynb").unlink()
    assert {path: path.read_bytes() for path in place.glob("*.ipynb")} != before
    outcomes()
    assert {path: path.read_bytes() for path in place.glob("*.ipynb")} == before
    assert graded(outcomes()) == set()


def test_a_penalty_goes_with_the_due_date_even_if_the_page_is_new_already(
    course, hand_in, outcomes, monkeypatch, tmp_path
):
    (tmp_path / "nbgrader_config.py").write_text(
        "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
    )
    monkeypatch.chdir(tmp_path)
    hand_in("student-001", RNN, {"rnn_cell_forward": UNKNOWN}, late=True)
    outcomes()
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        assert base.find_submission("1_rnn", "student-001").late_submission_penalty > 0
        base.find_assignment("1_rnn").duedate += timedelta(days=1)
        base.db.commit()
    (group,) = commenting.groups(course)
    with Book(course, configuration(Path(), course)) as book:
        commenting.spread(course, group.slip, book)
    outcomes()
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        assert not base.find_submission("1_rnn", "student-001").late_submission_penalty
    assert results.read(results.place(course, "student-001", "1_rnn"))["late"] == 0


def test_the_report_says_late_no_longer_than_it_is(course, hand_in, outcomes):
    hand_in("student-001", RNN, {"rnn_cell_forward": UNKNOWN}, late=True)
    outcomes()
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        base.find_assignment("1_rnn").duedate += timedelta(days=1)
        base.db.commit()
    (group,) = commenting.groups(course)
    with Book(course, configuration(Path(), course)) as book:
        commenting.spread(course, group.slip, book)
    outcomes()
    assert results.read(results.place(course, "student-001", "1_rnn"))["late"] == 0


def test_a_notebook_of_another_assignment_does_not_have_it_written_each_time(
    course, hand_in, outcomes
):
    path = hand_in("student-001", RNN)
    path.with_name(LSTM).write_bytes(hand_in("student-002", LSTM).read_bytes())
    outcomes()
    assert graded(outcomes()) == set()


def test_what_ran_too_long_is_tried_once_more_and_then_stands(course_of_two, outcomes, monkeypatch):
    run, attempt = [], worker.attempt

    def too_long(file, *rest):
        run.append(file.student)
        one = attempt(file, *rest)
        return replace(one, verdicts=tuple(replace(v, status="timeout") for v in one.verdicts))

    monkeypatch.setattr(worker, "attempt", too_long)
    for is_forced, graded_now in ((True, BOTH), (False, BOTH), (False, set())):
        run.clear()
        outcomes(force=is_forced)
        assert sorted(run) == sorted(student for student, _ in graded_now)
    again = outcomes(force=True)
    assert sorted(run) == ["student-001", "student-002"]
    assert all(one.tries == 1 for outcome in again.values() for one in outcome.graded)


REWRITTEN = (
    "the gradebook says something else", "the gradebook is an older one", "the page is gone",
    "the notebook is gone", "it came later", "it came too late", "there are points by hand",
    "there is a comment by hand", "its comment is another one", "nbgrader has noted something",
)  # fmt: skip


DAMAGES = {
    "more points": ('"points": 0.0', '"points": 8.0'),
    "points are words": ('"points": 0.0', '"points": "x"'),
    "no such exercise": ('"judged": ["', '"judged": ["x'),
    "outputs are none": ('"outputs": {', '"outputs": null, "x": {'),
    "no mistake at all": ('"mistakes": []', '"mistakes": [7]'),
    "no time": ('"late": 0', '"late": null'),
    "code of another": ('"source": "def', '"source": "undef'),
    "no text": ('"message": "', '"message": ["x"], "x": "'),
    "cut off": ('"others": []', '"others": ['),
    "a number": ('"notebooks": {', '"notebooks": 7, "x": {'),
    "endless": ('"others": []', f'"others": {"[" * 100_000}{"]" * 100_000}'),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_results_are_none(damage, course, hand_in, outcomes, capsys):
    hand_in("student-001", RNN, WRONG)
    hand_in("student-002", RNN)
    outcomes()
    path = results.place(course, "student-001", "1_rnn")
    old, new = DAMAGES[damage]
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert cli.main(["comment", "--course", str(course)]) == 0
    assert cli.main(["report", "--course", str(course)]) == 0
    assert graded(outcomes()) == {("student-001", "1_rnn")}
    assert recorded(course)["student-001", "rnn_forward"] == 0
    kept = results.read(path)["notebooks"][RNN.removesuffix(".ipynb")]
    assert kept["exercises"]["rnn_forward"]["points"] == 0
    assert cli.main(["report", "--course", str(course)]) == 0


def test_results_that_lie_in_another_students_folder_are_none(course_of_two, outcomes):
    """As where somebody has made a copy of a folder before they changed it."""
    folder = course_of_two / "results"
    shutil.copytree(folder / "student-001", folder / "student-001 (copy)")
    assert len([*results.all_of(course_of_two)]) == 2


@pytest.mark.parametrize("reason", sorted(REASONS.keys() - {*REWRITTEN}))
def test_it_is_graded_again_where(reason, course_of_two, outcomes):
    REASONS[reason](course_of_two)
    assert graded(outcomes()) == {("student-001", "1_rnn")}
    assert recorded(course_of_two)["student-001", "rnn_forward"] == most("rnn_forward")


def test_other_checks_grade_everybody_again(course_of_two, outcomes, monkeypatch):
    for place in (key, worker):
        monkeypatch.setattr(place, "checks", lambda: "another version")
    monkeypatch.setattr("grader.classroom.run.checks", lambda: "another version")
    assert graded(outcomes()) == BOTH


def test_another_round_grades_everybody_again(course_of_two, outcomes):
    assert graded(outcomes(round=2)) == BOTH


def test_a_single_notebook_of_an_assignment_stands_alone(course, hand_in, outcomes):
    hand_in("student-001", LSTM)
    hand_in("student-001", "04_lstm_backward.ipynb")
    outcomes()
    assert graded(outcomes(f"student-001/2_lstm/{LSTM}")) == set()
    (course / "submitted" / "student-001" / "2_lstm" / LSTM).unlink()
    assert graded(outcomes()) == {("student-001", "2_lstm")}
    assert recorded(course)["student-001", "lstm_forward"] == 0


def test_an_unusable_file_is_the_same_as_long_as_its_bytes_are(course, hand_in, outcomes):
    path = hand_in("student-001", LSTM)
    path.write_bytes(b'{"cells": [')
    outcomes()
    assert graded(outcomes()) == set()
    path.write_bytes(b'{"cells": [[')
    assert graded(outcomes()) == {("student-001", "2_lstm")}


def test_of_two_notebooks_only_the_changed_one_is_run(course, hand_in, outcomes, monkeypatch):
    hand_in("student-001", LSTM)
    backward = hand_in("student-001", "04_lstm_backward.ipynb")
    before = outcomes()["student-001", "2_lstm"]
    hand_in("student-001", "04_lstm_backward.ipynb", {"lstm_backward": "lstm_backward = 1\n"})
    run = []
    attempt = worker.attempt

    def noted(file, *rest):
        run.append(file.name)
        return attempt(file, *rest)

    monkeypatch.setattr(worker, "attempt", noted)
    found = outcomes()["student-001", "2_lstm"]
    assert run == [backward.name]
    assert [one.file.name for one in found.graded] == [one.file.name for one in before.graded]
    assert recorded(course)["student-001", "lstm_forward"] == most("lstm_forward")
    assert recorded(course)["student-001", "lstm_backward"] == 0


@pytest.mark.parametrize("reason", REWRITTEN)
def test_what_was_found_is_written_again_without_running_anything_where(
    reason, course_of_two, outcomes, monkeypatch
):
    before = recorded(course_of_two)
    REASONS[reason](course_of_two)
    monkeypatch.setattr(worker, "attempt", None)
    assert graded(outcomes()) == {("student-001", "1_rnn")}
    assert recorded(course_of_two) == before
    assert graded(outcomes()) == (LATE if reason == "it came too late" else set())
