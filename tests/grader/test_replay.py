"""A cell by its stored answers: right where it knows the arguments, the learner's own elsewhere."""

import numpy as np
import pytest
from answers import REFERENCE

from grader.exercises import EXERCISES
from grader.exercises.draw import Sizes, lstm_parameters, rnn_parameters
from grader.replay import Replay, computed_by

SIZES = Sizes(n_x=3, n_a=5, n_y=2, m=4, T_x=1)
CELLS = ("rnn_cell_forward", "rnn_cell_backward", "lstm_cell_forward", "lstm_cell_backward")


def arguments(name, seed=1):
    """Draw arguments of a cell, those of a backward cell from a real forward pass."""
    rng = np.random.default_rng(seed)
    lstm = name.startswith("lstm")
    states = [SIZES.state(rng) for _ in range(2 if lstm else 1)]
    parameters = (lstm_parameters if lstm else rnn_parameters)(rng, SIZES)
    forward = (SIZES.array(rng, 3, 4), *states, parameters)
    if name.endswith("forward"):
        return forward
    cache = REFERENCE.function(name.replace("backward", "forward"))(*forward)[-1]
    return (*(SIZES.state(rng) for _ in states), cache)


def replay(name, *stored):
    cell = EXERCISES[name]
    function = REFERENCE.function(name)
    return Replay(cell, [(args, computed_by(cell, function(*args))) for args in stored])


def assert_same(got, right):
    if isinstance(right, dict):
        assert list(got) == list(right)
        got, right = tuple(got.values()), tuple(right.values())
    if isinstance(right, tuple):
        assert isinstance(got, tuple)
        assert len(got) == len(right)
        for a, b in zip(got, right, strict=True):
            assert_same(a, b)
    else:
        np.testing.assert_array_equal(got, right)


@pytest.mark.parametrize("name", CELLS)
def test_a_stored_call_gets_the_right_answer(name):
    one, two = arguments(name, 1), arguments(name, 2)
    stored = replay(name, one, two)
    for args in (two, one):
        assert_same(stored(*args), REFERENCE.function(name)(*args))
    assert stored.note() == ""


def test_rounding_and_keywords_do_not_matter():
    args = arguments("rnn_cell_forward")
    stored = replay("rnn_cell_forward", args)
    by_name = dict(zip(EXERCISES["rnn_cell_forward"].arguments, args, strict=True))
    by_name["a_prev"] = by_name["a_prev"] * (1 + 1e-13)
    np.testing.assert_array_equal(stored(**by_name)[0], stored(*args)[0])
    narrow = (args[0].astype(np.float32), args[1].astype(np.float32), args[2])
    np.testing.assert_array_equal(stored(*narrow)[0], stored(*args)[0])
    assert stored.unknown == 0


def test_the_cache_holds_the_callers_own_arrays():
    args = arguments("rnn_cell_forward")
    a_next, _, cache = replay("rnn_cell_forward", args)(*args)
    assert cache[0] is a_next
    assert cache[1] is args[1]
    assert cache[3] is args[2]


def test_an_answer_may_be_written_to_without_spoiling_the_store():
    args = arguments("rnn_cell_backward")
    stored = replay("rnn_cell_backward", args)
    first = stored(*args)
    first["dWaa"] += 1
    assert not np.array_equal(stored(*args)["dWaa"], first["dWaa"])


@pytest.mark.parametrize("change", [1e-7, 0.5])
def test_for_other_arguments_the_learners_own_function_is_asked(change):
    xt, a_prev, parameters = arguments("rnn_cell_forward")
    stored = replay("rnn_cell_forward", (xt, a_prev, parameters))
    stored.adopt(lambda *args: "mine")
    assert stored(xt, a_prev + change, parameters) == "mine"
    assert stored(xt, a_prev, {**parameters, "by": parameters["by"] + change}) == "mine"
    assert stored(xt, a_prev) == "mine"
    assert "3 calls were answered by your own" in stored.note()


def test_without_one_it_says_what_is_missing():
    stored = replay("rnn_cell_forward", arguments("rnn_cell_forward", 1))
    with pytest.raises(RuntimeError, match="no rnn_cell_forward of your own"):
        stored(*arguments("rnn_cell_forward", 2))


@pytest.mark.parametrize("args", [(), (None, None, None), ("x", [], {}), ([[1]], {}, 3)])
def test_nonsense_is_handed_on_too(args):
    stored = replay("rnn_cell_forward", arguments("rnn_cell_forward"))
    stored.adopt(lambda *args: args)
    assert stored(*args) == args
