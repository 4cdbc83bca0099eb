"""Is a wrong output told by its relation to the right one, and only where the relation holds?"""

import numpy as np
import pytest
from answers import REFERENCE, SOLUTIONS, edited, file_of, judged

from grader.checks.contract import read
from grader.exercises import EXERCISES
from grader.given import softmax
from grader.relations import RELATIONS, find
from grader.relations.arrays import WORKS
from grader.show.terminal import text
from grader.study.ladder import ladder


def right_arrays(exercise):
    plan = REFERENCE.plan(EXERCISES[exercise])
    answers = REFERENCE.answers(plan)
    return plan, {call: read(plan.exercise, answer)[0] for call, answer in answers.items()}


PLANS = {
    name: right_arrays(name)
    for name in (
        *("rnn_cell_forward", "rnn_forward", "rnn_backward", "lstm_cell_backward"),
        *("one_hot", "sigmoid", "relative_error"),
    )
}


def relation(output, change, exercise="rnn_backward"):
    """Change the right arrays of one output on every call, and give what is said of it."""
    plan, right = PLANS[exercise]
    seen = {
        call: {
            path: change(a, plan.calls[call]) if belongs(path, output) else a
            for path, a in own.items()
        }
        for call, own in right.items()
    }
    found = find(plan, output, seen, right)
    return found and found["id"]


def belongs(path, output):
    return path == tuple(output.split("."))


def examples(call):
    return call.args[0].shape[1]


def steps(call):
    return call.args[0].shape[2]


def spoilt(a, axis, right):
    """Keep what is right along an axis, and spoil the rest."""
    other = 3 * a + 1
    places = np.arange(a.shape[axis])[right]
    index = (slice(None),) * axis + (places,)
    other[index] = a[index]
    return other


def only(axis, right):
    return lambda a, call: spoilt(a, axis, right)


def inverse_sigmoid(a):
    return np.log(a / (1 - a))


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
        ("times-T_x", "dba", lambda a, call: steps(call) * a),
        ("divided-by-T_x", "dba", lambda a, call: a / steps(call)),
        ("T_x-below", "dx", lambda a, call: a / steps(call)),
        ("T_x-below", "da0", lambda a, call: a / steps(call)),
        ("m-below", "dx", lambda a, call: a / examples(call)),
        ("reversed", "dx", lambda a, call: a[:, :, ::-1]),
        ("shifted", "dx", lambda a, call: np.roll(a, 1, axis=2)),
        ("axes-swapped", "dx", lambda a, call: a.transpose(2, 0, 1)),
        ("scrambled", "dx", lambda a, call: a.transpose(2, 0, 1).reshape(a.shape)),
        ("too-long", "dx", lambda a, call: np.concatenate((a + 1, a))),
        ("too-short", "dx", lambda a, call: a[1:]),
        ("first-step-alone", "dx", only(2, slice(0, 1))),
        ("last-step-alone", "dx", only(2, slice(-1, None))),
        ("all-but-first-step", "dx", only(2, slice(1, None))),
        ("all-but-last-step", "dx", only(2, slice(0, -1))),
        ("first-example-alone", "dx", only(1, slice(0, 1))),
        ("last-example-alone", "dx", only(1, slice(-1, None))),
        ("all-but-first-example", "dx", only(1, slice(1, None))),
        ("all-but-last-example", "dx", only(1, slice(0, -1))),
        ("tanh-once-more", "dx", lambda a, call: np.tanh(a)),
        ("sigmoid-once-more", "dx", lambda a, call: 1 / (1 + np.exp(-a))),
        ("softmax-once-more", "dWax", lambda a, call: softmax(a)),
        ("exp-once-more", "dx", lambda a, call: np.exp(a)),
        ("squared", "dx", lambda a, call: a**2),
        ("one-minus", "dx", lambda a, call: 1 - a),
        ("negative-part-lost", "dx", lambda a, call: np.maximum(a, 0)),
        ("sign-lost", "dx", lambda a, call: abs(a)),
        ("overflow", "dx", lambda a, call: a if steps(call) > 6 else a + np.inf),
        ("one-step-alone", "dba", lambda a, call: a if steps(call) == 1 else a + 1),
        ("added", "da0", lambda a, call: a + call.args[0][:, :, 0]),
        ("left-out", "da0", lambda a, call: a - call.args[0][:, :, 0]),
        ("factor-too-many", "da0", lambda a, call: a * call.args[0][:, :, -1]),
        ("input-handed-back", "da0", lambda a, call: call.args[0][:, :, 0]),
    ],
)
def test_a_relation_is_seen(name, output, change):
    assert relation(output, change) == name


@pytest.mark.parametrize(
    ("name", "exercise", "output", "change"),
    [
        ("tanh-not-taken", "rnn_cell_forward", "a_next", lambda a, call: np.arctanh(a)),
        ("sigmoid-not-taken", "rnn_cell_forward", "yt_pred", lambda a, call: inverse_sigmoid(a)),
        ("softmax-not-taken", "rnn_cell_forward", "yt_pred", lambda a, call: np.log(a) + 2),
        ("logarithm", "rnn_cell_forward", "yt_pred", lambda a, call: np.log(a)),
        ("not-divided", "rnn_cell_forward", "yt_pred", lambda a, call: 3 * a),
        ("largest-only", "rnn_cell_forward", "yt_pred", lambda a, call: 1.0 * (a == a.max(0))),
        ("unchanged", "rnn_backward", "dWaa", lambda a, call: np.arange(a.size).reshape(a.shape)),
        ("factor-missing", "lstm_cell_backward", "dc_prev", lambda a, call: a / call.args[2][4]),
    ],
)
def test_a_relation_is_seen_elsewhere(name, exercise, output, change):
    assert relation(output, change, exercise) == name


def test_every_relation_has_a_test():
    tests = (test_a_relation_is_seen, test_a_relation_is_seen_elsewhere)
    tested = {case[0] for test in tests for case in test.pytestmark[0].args[1]}
    assert tested >= {relation.id for relation in RELATIONS} | {work.id for work in WORKS}


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
        lambda a, call: a**3 - a / 2,
        lambda a, call: a if examples(call) == 1 else a + 1,  # one case alone has one example
    ],
)
def test_where_nothing_holds_nothing_is_said(output, change):
    assert relation(output, change) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda a, call: np.ones(a.shape),
        lambda a, call: np.full(a.shape, np.nan),
        lambda a, call: np.arange(a.size).reshape(a.shape) % 2,
    ],
)
def test_an_output_that_is_nearly_the_same_everywhere_is_not_called_that_of_an_earlier_call(change):
    assert relation("dWaa", change) is None


def test_an_even_function_is_not_called_that_of_an_earlier_call():
    assert relation("s", lambda a, call: np.exp(-(call.args[0] ** 2)), "sigmoid") is None


def test_what_is_infinite_for_zeros_alone_does_not_overflow():
    def infinite(a, call):
        return a if np.any(call.args) else a + np.inf

    assert relation("error", infinite, "relative_error") is None


def test_zeros_and_ones_are_never_called_scrambled():
    # The rows of a one-hot array in another order: the same count of ones, by no reshape.
    assert relation("x", lambda a, call: np.roll(a, -1, axis=0), "one_hot") is None


def test_the_rows_of_an_array_of_many_numbers_in_another_order_are_called_scrambled():
    assert relation("da0", lambda a, call: np.roll(a, -1, axis=0)) == "scrambled"


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
    assert "Read again: 02" in text(verdict)
    found = ladder(verdict)
    assert len(found.rungs) == 3
    assert found.rungs[0][1].startswith("Which factor 1/2")
    assert found.reread


def test_a_right_answer_has_no_relation():
    (verdict,) = judged(file_of(SOLUTIONS["rnn_backward"])).values()
    assert verdict.mistakes == ()
