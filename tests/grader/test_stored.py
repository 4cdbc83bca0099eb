"""Stored right answers judge as computed ones do: the same points, statuses and names."""

from dataclasses import replace

import pytest
from answers import REFERENCE, SOLUTIONS, STUBS, a_share, edited, file_of

from grader.exercises import EXERCISES
from grader.judging import judge_code, judge_exercise
from grader.runners import in_process
from grader.stored import Stored
from grader.submission import from_file
from solutions.mistakes import MISTAKES, apply

pytestmark = pytest.mark.xdist_group("release")

TWO_PROBLEMS = {"all-caches-for-one"}
"""The cell is handed what no cell takes: a right one and a replayed one complain in other words."""


@pytest.fixture(scope="module")
def stored(unpacked):
    return Stored(unpacked / "grader" / "data" / "stored")


def summary(verdict):
    """Give what matters of a verdict: all but the last digits of errors and words of a crash."""
    names = [mistake["id"] for mistake in verdict.mistakes]
    outputs = [(output.name, output.shape, output.status) for output in verdict.outputs]
    return verdict.status, verdict.points, outputs, names, verdict.notes


@pytest.mark.parametrize("name", EXERCISES)
def test_plan_and_right_answers_are_the_computed_ones(name, stored):
    plan = stored.plan(EXERCISES[name])
    live = REFERENCE.plan(EXERCISES[name])
    assert list(plan.calls) == list(live.calls)
    code = from_file("answer.py", file_of(SOLUTIONS[name]))
    verdict = judge_exercise(EXERCISES[name], code, stored, in_process.run)
    assert verdict.status == "correct"
    assert stored.stub(name) == STUBS[name]


@pytest.mark.parametrize("mistake", a_share(MISTAKES, every=8))
def test_a_mistake_is_judged_the_same_even_where_the_learner_has_no_cell(mistake, stored):
    code = from_file("answer.py", file_of(apply(mistake, SOLUTIONS[mistake.of])))
    exercise = EXERCISES[mistake.of]
    by_store = judge_exercise(exercise, code, stored, in_process.run)
    computed = judge_exercise(exercise, code, REFERENCE, in_process.run)
    if mistake.id in TWO_PROBLEMS:
        by_store, computed = (replace(v, message="", mistakes=()) for v in (by_store, computed))
    assert (summary(by_store), by_store.message) == (summary(computed), computed.message)


def test_stubs_are_not_started(stored):
    code = from_file("answer.py", file_of(*STUBS.values()))
    verdicts = list(judge_code(code, stored, in_process.run))
    assert {verdict.status for verdict in verdicts} == {"not_started"}


def test_a_wrong_cell_does_not_spoil_a_right_sequence_function(stored):
    wrong = edited("rnn_cell_forward", "Waa @ a_prev", "Waa.T @ a_prev")
    code = from_file("answer.py", file_of(wrong, SOLUTIONS["rnn_forward"]))
    cell, sequence = judge_code(code, stored, in_process.run)
    assert cell.status == "wrong"
    assert sequence.status == "correct"
    assert "With your own rnn_cell_forward" in sequence.notes[0]


def test_an_unknown_mistake_is_judged_with_the_learners_own_cell_and_the_card_says_so(stored):
    odd = edited("rnn_forward", "x[:, :, t], a_next", "np.cos(x[:, :, t]), a_next")
    alone = from_file("answer.py", file_of(odd))
    (verdict,) = judge_code(alone, stored, in_process.run)
    assert verdict.status == "crashed"
    assert "no rnn_cell_forward of your own" in verdict.message

    both = from_file("answer.py", file_of(SOLUTIONS["rnn_cell_forward"], odd))
    _, verdict = judge_code(both, stored, in_process.run)
    _, computed = judge_code(both, REFERENCE, in_process.run)
    assert summary(verdict)[:4] == summary(computed)[:4]
    assert "answered by your own rnn_cell_forward" in verdict.notes[0]
