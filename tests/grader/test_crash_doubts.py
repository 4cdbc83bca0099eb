"""Errors whose text fits a cause and whose line holds another: nothing false is said."""

import pytest
from answers import edited, file_of, judged
from crashed import crash, titles, tool

CALL = "a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)"
CELL = "gradients = rnn_cell_backward(da[:, :, t] + da_prevt, steps[t])"


@pytest.mark.parametrize(
    "new",
    [
        "parameters['Wax'](x[:, :, t]) + a0(t)",  # the first is no function either
        "sigmoid(x)(t)",  # what it gives is none
        "parameters.get_all('Wax')",
        "parameters.iteritems()",
        "raise IndexError('index 7 is out of bounds for axis 0 with size 5')",
    ],
)
def test_what_another_thing_in_the_line_may_have_caused_is_left_alone(new):
    assert titles("rnn_forward", CALL, new) == []


def test_a_number_that_is_called_is_not_taken_for_f():
    assert titles("numerical_gradient", "(above - below) / (2 * h)", "(f(x) - f(x)) / 2(h)") == []


def test_an_index_without_its_round_brackets_is_told():
    (said,) = tool("one_hot", "return np.eye(n)[ids.flatten]")
    assert said.startswith("`.flatten` without round brackets is the method itself")


@pytest.mark.parametrize(
    "new",
    [
        "gradients = steps[t][4], caches[0]",
        "gradients = caches[0][t][4]",
    ],
)
def test_a_tuple_that_is_not_caches_is_left_alone(new):
    assert not any("has no step t" in title for title in titles("rnn_backward", CELL, new))


def test_a_name_that_holds_something_else_by_now_is_left_alone():
    assert titles("rnn_backward", CELL, "caches = steps[t]\n        p, q, r = caches") == []
    (said,) = titles("rnn_backward", CELL, "p, q, r = caches")
    assert said.startswith("caches is a pair")


def test_a_step_is_not_blamed_for_another_arrays_index():
    new = "k = 99\n        x[t].max() + a0[k]"
    assert not any("`x[t]`" in title for title in titles("rnn_forward", CALL, new))


def test_a_flat_array_is_not_said_to_have_rows():
    body = "g = np.zeros(len(x))\n    for i in range(x.size):\n        g[i] = x.ravel()[i]"
    assert not any("a whole row" in title for title in tool("numerical_gradient", body))


def test_a_function_of_the_learners_own_is_not_numpys():
    own = "def maximum(z):\n    return z\n\n\ndef softmax(z):\n    return maximum(z, axis=0)\n"
    assert crash("softmax", own) == []


def test_a_function_that_is_handed_over_needs_no_brackets():
    body = "s = np.sum\n    return np.vectorize(np.exp)(z) / s"
    assert tool("softmax", body) == []


def test_a_text_of_the_line_itself_is_no_key_of_the_cell():
    assert titles("rnn_backward", CELL, "gradients = da + 'dx'") == []


def test_a_key_from_a_loop_is_not_blamed_on_the_cell():
    new = "total = {'dWax': dWax}\n        for k in total:\n            total[k] = total[k] + k"
    (said,) = titles("rnn_backward", CELL, new)
    assert "rnn_cell_backward" not in said


@pytest.mark.parametrize(
    ("name", "source", "false"),
    [
        (
            "rnn_backward",
            edited("rnn_backward", CELL, "rate = None\n        dWax = dWax * 2 + rate"),
            "beyond the last step",
        ),
        (
            "one_hot",
            "def one_hot(ids, n):\n    return [ids[k + 50] for k in range(n)]\n",
            "examples on axis 1",
        ),
        (
            "one_hot",
            "def one_hot(ids, n):\n    return np.eye(n)[ids / 2]\n",
            "what does it go through",
        ),
    ],
)
def test_what_to_do_is_true_of_this_line_too(name, source, false):
    (cause,) = judged(file_of(source))[name].mistakes
    assert false not in " ".join((cause["hint"], *cause["more"]))


@pytest.mark.parametrize("name", ["a_prev", "xt"])
def test_a_name_of_the_cell_is_said_to_be_one_and_not_called_misspelt(name):
    (said,) = titles("rnn_forward", CALL, f"q = {name} + 1")
    assert said == f"`{name}` is not defined here: only inside `rnn_cell_forward` is it a name"


def test_a_result_that_is_used_before_it_is_made_is_not_called_misspelt():
    (said,) = titles("rnn_forward", CALL, "caches.append(1)")
    assert said.startswith("`caches` is not defined: it is a result, and is used before")
