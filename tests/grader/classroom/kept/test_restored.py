"""Is what was kept of a file, read back, the same to the letter in all that anybody is shown?"""

import json
import signal
from dataclasses import replace
from types import SimpleNamespace

import pytest
from answers import SOLUTIONS, STUBS, edited, file_of, variant
from report_class import LESSON, ROUND, graded, keep

from grader.classroom.gradebook.marking import comment_on
from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import Graded, counting
from grader.classroom.kept import restored, results
from grader.classroom.kept.prints import Kept
from grader.classroom.shown.autograded import rebuild
from grader.classroom.shown.feedback import told
from grader.classroom.shown.feedback_page import Feedback, html
from grader.exercises import LESSONS, of_lesson
from grader.judging import judge_code
from grader.runners import in_process
from grader.sandbox.fork import Lost, verdict_on
from grader.sandbox.session import lost
from grader.submission import Piece, from_pieces

WHO = "student-001"
CELL, SEQUENCE, BACKWARD = "rnn_cell_forward", "rnn_backward", "02_rnn_backward"
LSTM_CELL, LSTM = "lstm_cell_backward", "04_lstm_backward"
HALF = "dgamma_f @ np.concatenate([a_prev, 0 * xt]).T"
ENDLESS = "def rnn_cell_forward(xt, a_prev, parameters):\n    while True:\n        pass\n"
UNKNOWN = edited(CELL, "np.tanh(", "0.7 * np.arctan(")


def shortly(code, plan, setting):
    return in_process.run(code, plan, setting, 0.3)


def killed(code, plan, setting):
    return lost(plan, Lost(*verdict_on(signal.SIGKILL)))


CASES = {
    "right": lambda: graded(WHO),
    "not begun": lambda: graded(WHO, STUBS),
    "no name": lambda: graded(WHO, {CELL: UNKNOWN}),
    "stopped": lambda: graded(WHO, {CELL: edited(CELL, "np.tanh(", "np.nosuch(")}),
    "a cause": lambda: graded(WHO, {CELL: edited(CELL, "Wax @ xt", "xt @ Wax")}),
    "HTML": lambda: graded(WHO, {CELL: edited(CELL, "np.tanh(", "np.tanh('<b>`x`</b>' + ")}),
    "no Python": lambda: graded(WHO, extra="def rnn_forward(:\n"),
    "too long": lambda: graded(WHO, {CELL: ENDLESS}, runner=shortly),
    "killed": lambda: graded(WHO, runner=killed),
    "missing": lambda: graded(WHO, {CELL: "x = 1\n"}),
    "in place": lambda: graded(
        WHO, {CELL: SOLUTIONS[CELL].replace("return", "xt += 1\n    return")}
    ),
    "unusable": lambda: graded(WHO, message="It is <b>no</b> notebook."),
    "failed": lambda: replace(graded(WHO, message="OSError: no"), failed=True),
    "a relation": lambda: graded(WHO, {SEQUENCE: spoilt(SEQUENCE, "dWaa *= -1.0")}, BACKWARD),
    "a map": lambda: graded(WHO, {SEQUENCE: spoilt(SEQUENCE, "dWax[0] *= 3")}, BACKWARD),
    "half a map": lambda: graded(
        WHO, {LSTM_CELL: edited(LSTM_CELL, '"dWf": dgamma_f @ concat.T', f'"dWf": {HALF}')}, LSTM
    ),
    **{
        f"mistakes {number} in {lesson[:2]}": lambda number=number, lesson=lesson: graded(
            WHO, variant(number), lesson
        )
        for number in (2, 3, 5)
        for lesson in LESSONS
    },
}


def spoilt(name, line):
    """Spoil what a function has computed just before it returns it."""
    source = SOLUTIONS[name]
    at = source.rindex("    return {")
    return f"{source[:at]}    {line}\n{source[at:]}"


@pytest.fixture(scope="module")
def ones():
    return {name: replace(make(), key="k") for name, make in CASES.items()}


def again(course, one, *more):
    """Keep a file, read the JSON, and restore it."""
    keep(course, one, *more)
    kept = results.read(results.place(course, one.file.student, one.file.assignment))
    return restored.restore(restored.find(kept, one.file, one.key), one.file, one.pieces)


def entry(one, lesson):
    return json.dumps(results.notebook(one, lesson) | {"graded": ""})


def page(one):
    parts = []
    for lesson in (one.lesson, *(name for name in LESSONS if name != one.lesson)):
        asked = [exercise.name for exercise in of_lesson(lesson)]
        points = SimpleNamespace(score=1.5, max_score=2.0, manual_score=None, extra_credit=None)
        parts.append(told(lesson, {f"check_{name}": points for name in asked}, {}, one, "absent"))
    return html(Feedback(WHO, "", one.file.assignment, tuple(parts), round=one.round))


def shown(one, handed_out):
    """Give all that anybody is shown of a file."""
    verdicts = one.verdicts_on(one.lesson)
    return {
        "autograded": rebuild(handed_out[one.file.name], one.pieces, verdicts),
        "comments": [comment_on(verdict, one) for verdict in verdicts],
        "page": page(one),
        "JSON": json.dumps(one.to_json()),
        "results": entry(one, one.lesson),
        "counts": [*counting([one])],
        "states": [(v.exercise, v.status) for v in one.verdicts],
        "rest": (one.file, one.message, one.failed, one.round, one.key),
    }


@pytest.mark.parametrize("case", CASES)
def test_what_is_shown_of_a_file_that_was_read_back_is_the_same(case, ones, handed_out, tmp_path):
    one = ones[case]
    assert shown(again(tmp_path, one), handed_out) == shown(one, handed_out)


def test_all_that_can_be_shown_is_among_these_cases(ones):
    verdicts = [verdict for one in ones.values() for verdict in one.verdicts]
    states = {"correct", "wrong", "crashed", "timeout", "missing", "not_started"}
    assert {verdict.status for verdict in verdicts} == states
    assert any(verdict.maps for verdict in verdicts)
    assert any(verdict.notes for verdict in verdicts)
    assert any(map_.split for verdict in verdicts for map_ in verdict.maps)
    ids = {mistake["id"] for verdict in verdicts for mistake in verdict.mistakes}
    assert "negative" in ids
    assert any(one.prints for one in ones.values())


def test_what_was_read_back_is_kept_again_with_the_date_of_its_judgement(ones, tmp_path):
    place = results.place(tmp_path, WHO, "1_rnn")
    keep(tmp_path, replace(ones["no name"], date="2030-01-31 12:00 UTC"))
    before = place.read_bytes()
    keep(tmp_path, again_from(place, ones["no name"]))
    assert place.read_bytes() == before
    assert b'"graded": "2030-01-31 12:00 UTC"' in before


def again_from(place, one):
    return restored.restore(restored.find(results.read(place), one.file, "k"), one.file, one.pieces)


def test_a_file_that_does_not_count_is_read_back_too(ones, handed_out, tmp_path):
    label = f"{WHO}/copies/{LESSON}.ipynb"
    other = replace(ones["no name"], file=replace(ones["no name"].file, label=label))
    assert counting([ones["right"], other])[LESSON] is ones["right"]
    found = again(tmp_path, other, ones["right"])
    assert shown(found, handed_out) == shown(other, handed_out)


def test_a_python_file_that_answers_several_notebooks_is_one_file(tmp_path):
    pieces = (Piece("all.py", file_of(*variant(3).values())),)
    kept = Kept(in_process.run)
    verdicts = tuple(judge_code(from_pieces(pieces), ROUND, kept))
    file = File(WHO, "1_rnn", "all.py", f"{WHO}/all.py")
    one = Graded(file, verdicts, pieces, round="r", prints=kept.prints(verdicts), key="k")
    found = again(tmp_path, one)
    assert json.dumps(found.to_json()) == json.dumps(one.to_json())
    for lesson in counting([one]):
        assert entry(found, lesson) == entry(one, lesson)


def test_a_file_that_has_changed_since_is_not_found(ones, tmp_path):
    one = ones["right"]
    keep(tmp_path, one)
    kept = results.read(results.place(tmp_path, WHO, "1_rnn"))
    assert restored.find(kept, one.file, "k")
    assert restored.find(kept, one.file, "l") is None
    assert restored.find(kept, replace(one.file, label="another"), "k") is None


def test_which_file_counts_is_read_back_without_its_code(ones, tmp_path):
    keep(tmp_path, ones["no name"])
    kept = results.read(results.place(tmp_path, WHO, "1_rnn"))
    counted = restored.counted(kept)
    assert [*counted] == [LESSON]
    assert page(counted[LESSON]) == page(ones["no name"])


CHANCE = ("too long", "killed", "failed")


@pytest.mark.parametrize("case", [*CHANCE, "right", "stopped", "unusable", "missing"])
def test_what_a_busy_machine_or_an_error_of_ours_has_decided_may_not_stand(case, ones):
    assert restored.may_stand(ones[case]) == (case not in CHANCE)


def test_what_ran_too_long_twice_stands_and_an_error_of_ours_never_does(ones):
    assert restored.may_stand(replace(ones["too long"], tries=restored.ENOUGH))
    assert restored.may_stand(replace(ones["killed"], tries=restored.ENOUGH))
    assert not restored.may_stand(replace(ones["failed"], tries=9))


def test_cells_that_were_there_and_could_not_be_read_are_read_again(ones):
    message = "01_rnn_forward.ipynb cannot be read: stopped by the time limit."
    stopped = replace(ones["right"], verdicts=(), message=message)
    assert not restored.may_stand(stopped)
