"""Is a wrong output told by its relation to the right one, and only where the relation holds?"""

import numpy as np
import pytest
from answers import REFERENCE, SOLUTIONS, edited, file_of, judged

from grader.exercises import EXERCISES
from grader.relations import RELATIONS, find
from grader.show.terminal import text
from grader.study.ladder import ladder

BACKWARD = EXERCISES["rnn_backward"]
PLAN = REFERENCE.plan(BACKWARD)
RIGHT = {
    call: {(name,): array for name, array in answer.value.items()}
    for call, answer in REFERENCE.answers(PLAN).items()
}


def changed(output, change):
    """Give the right arrays with one output changed on every call."""
    return {
        call: {
            path: change(a, PLAN.calls[call]) if path == (output,) else a for path, a in own.items()
        }
        for call, own in RIGHT.items()
    }


def relation(output, change):
    found = find(PLAN, output, changed(output, change), RIGHT)
    return found and found["id"]


def examples(call):
    return call.args[0].shape[1]


def only(steps):
    def change(a, call):
        other = 3 * a + 1
        other[:, :, steps] = a[:, :, steps]
        return other

    return change


@pytest.mark.parametrize(
    ("name", "output", "change"),
    [
        ("all-zero", "dWaa", lambda a, call: 0 * a),
        ("negative", "dx", lambda a, call: -a),
        ("transposed", "dWax", lambda a, call: a.T),
        ("times-m", "dba", lambda a, call: examples(call) * a),
        ("divided-by-m", "dba", lambda a, call: a / examples(call)),
        ("twice", "da0", lambda a, call: 2 * a),
        ("half", "da0", lambda a, call: a / 2),
        ("reversed", "dx", lambda a, call: a[:, :, ::-1]),
        ("shifted", "dx", lambda a, call: np.roll(a, 1, axis=2)),
        ("first-step-alone", "dx", only(slice(0, 1))),
        ("last-step-alone", "dx", only(slice(-1, None))),
        ("first-example-alone", "dx", lambda a, call: a + np.arange(a.shape[1])[:, None]),
    ],
)
def test_a_relation_is_seen(name, output, change):
    assert relation(output, change) == name


def test_every_relation_has_a_test():
    mark = test_a_relation_is_seen.pytestmark[0]
    assert {case[0] for case in mark.args[1]} == {relation.id for relation in RELATIONS}


@pytest.mark.parametrize("output", ["dx", "da0", "dWax", "dWaa", "dba"])
@pytest.mark.parametrize(
    "change",
    [
        lambda a, call: a + 0.1,
        lambda a, call: a * 1.7,
        lambda a, call: np.sin(a),
        lambda a, call: np.where(np.abs(a) > 0.5, a, -a),
        lambda a, call: -a if call.name == "plain" else a,
        lambda a, call: np.full_like(a, np.nan),
    ],
)
def test_where_nothing_holds_nothing_is_said(output, change):
    assert relation(output, change) is None


def test_an_output_that_holds_another_is_told():
    plan = REFERENCE.plan(EXERCISES["lstm_backward"])
    answers = REFERENCE.answers(plan)
    right = {c: {(n,): a for n, a in answer.value.items()} for c, answer in answers.items()}
    seen = {call: own | {("dWc",): own[("dWo",)]} for call, own in right.items()}
    mistake = find(plan, "dWc", seen, right)
    assert mistake["id"] == "mixed-up"
    assert mistake["title"] == "dWc holds what dWo should be"


def test_a_relation_stands_on_the_card_and_has_three_hints():
    half = edited("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_prev.T / 2")
    verdict = judged(file_of(half))["rnn_cell_backward"]
    assert "dWaa is half of what it should be" in text(verdict)
    assert "Read again" not in text(verdict)
    found = ladder(verdict, REFERENCE)
    assert len(found.rungs) == 3
    assert found.rungs[0][1].startswith("Which factor 1/2")
    assert found.reread


def test_a_right_answer_has_no_relation():
    (verdict,) = judged(file_of(SOLUTIONS["rnn_backward"])).values()
    assert verdict.mistakes == ()
