"""Whatever comes out of the sandbox, reading and judging it raises nothing."""

import contextlib
import random

import numpy as np
import pytest
from answers import REFERENCE
from hostile import ARRAYS, TEXT, VALUES, spoiled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader import fingerprint
from grader.checks import judge
from grader.diagnosis import diagnose
from grader.exercise import Answer, Run
from grader.exercises import EXERCISES
from grader.sandbox import frames, session, wire
from grader.sandbox.writer import dump

OFTEN = settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
PLANS = {name: REFERENCE.plan(exercise) for name, exercise in EXERCISES.items()}
RIGHT = {name: REFERENCE.answers(plan) for name, plan in PLANS.items()}
CELLS = [name for name in EXERCISES if "_cell_" in name]


class Said:
    """A fork that says one thing."""

    alive = True

    def __init__(self, value):
        self.value = value

    def begin(self):
        pass

    def send(self, *_):
        pass

    reader = None

    def frame(self, _):
        return b"a frame"

    def value_of(self, _):
        return self.value

    def strictly(self):
        return contextlib.nullcontext()

    def kill(self):
        pass


def run_when(value):
    """Give what a session makes of a frame."""
    found = session.Session(None, [], "", REFERENCE)
    found.fork = Said(value)
    plan = PLANS["rnn_cell_forward"]
    return found(None, plan, session.Setting({}, {}))


ANSWER = st.tuples(VALUES, VALUES, st.lists(TEXT | VALUES, max_size=3) | VALUES, VALUES).map(list)
FAILURE = st.tuples(TEXT | VALUES, VALUES, VALUES, VALUES, VALUES).map(list)
PAIR = st.tuples(TEXT | VALUES, ANSWER | VALUES).map(list)
FAILED = st.tuples(st.just("plain"), st.tuples(VALUES, FAILURE, VALUES, VALUES).map(list)).map(list)
ANSWERS = st.lists(PAIR | FAILED, max_size=4)
FRAMES = st.tuples(st.just("answers"), ANSWERS | VALUES, ANSWERS | VALUES).map(list)


@OFTEN
@given(VALUES | FRAMES)
def test_any_frame_becomes_answers_to_every_call_of_the_plan(value):
    run = run_when(value)
    assert run.answers.keys() == PLANS["rnn_cell_forward"].calls.keys()
    assert all(isinstance(answer, Answer) for answer in run.answers.values())


@pytest.mark.parametrize(
    "frame",
    [
        [np.zeros(2), 1, 2],
        ["answers", [[[], 1]], []],
        ["answers", [[np.zeros(2), 1]], []],
        ["answers", [["plain", [None, [np.zeros(2), "", "", 1, ""], [], ""]]], []],
        ["answers", [["plain", [None, None, [np.zeros(2)], ""]]], []],
        ["answers", {"plain": 1}, 5],
    ],
    ids=["array for a word", "list for a name", "array for a name", "kind", "changed", "no list"],
)
def test_arrays_and_lists_where_words_belong_are_no_answer(frame):
    failure = run_when(frame).answers["plain"].failure
    assert failure is None or failure.kind == "crashed"


@OFTEN
@given(VALUES | st.fixed_dictionaries({"expected": VALUES, "broken": VALUES, "own_tools": VALUES}))
def test_a_description_that_is_none_is_not_read(value):
    assert frames.described(value) is None


@pytest.mark.parametrize("name", EXERCISES)
def test_any_answer_gets_a_verdict(name):
    plan, right = PLANS[name], RIGHT[name]
    rng = random.Random(name)
    for _ in range(20):
        answers = {call: Answer(spoiled(right[call].value, rng)) for call in plan.calls}
        verdict = judge(plan, Run(answers, answers), right)
        diagnose(plan, Run(answers), verdict, REFERENCE.bank(plan), right)
        assert 0 <= verdict.points <= verdict.max_points


def test_a_huge_wrong_answer_does_not_fill_the_memory_with_its_prints(monkeypatch):
    asked = []
    weights = fingerprint.weights
    monkeypatch.setattr(fingerprint, "weights", lambda count: asked.append(count) or weights(count))
    plan, right = PLANS["sigmoid"], RIGHT["sigmoid"]
    huge = wire.load(dump(np.zeros(wire.MOST_NUMBERS, np.int8)))
    run = Run(dict.fromkeys(plan.calls, Answer(huge)))
    diagnose(plan, run, judge(plan, run, right), REFERENCE.bank(plan), right)
    assert max(asked) <= fingerprint.MOST_ENTRIES


@OFTEN
@given(st.sampled_from(CELLS), st.lists(VALUES | ARRAYS, max_size=5), st.dictionaries(TEXT, VALUES))
def test_whatever_a_cell_is_asked_there_is_a_reply(cell, args, kwargs):
    reply = session.helped(REFERENCE.function(cell), tuple(args), kwargs)
    assert reply.keys() in ({"computed"}, {"error", "message"})
    assert wire.load(dump(reply)).keys() == reply.keys()


@pytest.mark.parametrize("cell", CELLS)
def test_an_almost_right_question_has_a_reply(cell):
    args = PLANS[cell].calls["plain"].args
    rng = random.Random(cell)
    for _ in range(200):
        dump(session.helped(REFERENCE.function(cell), spoiled(args, rng), {}))


def test_a_right_question_has_the_right_reply():
    for cell in CELLS:
        for call in PLANS[cell].calls.values():
            assert "computed" in session.helped(REFERENCE.function(cell), call.args, {})
