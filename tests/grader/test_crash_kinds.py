"""One kind of thing taken for another, and loops over what is none: told, else left alone."""

import pytest
from answers import edited
from crashed import crash, titles, tool

LOOP = "for t in range(T_x):"
CALL = "rnn_cell_forward(x[:, :, t], a_next, parameters)"
STORED = "a[:, :, t] = a_next"


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        (CALL, "rnn_cell_forward(x(t), a_next, parameters)", "`x` is no function, and round"),
        (CALL, "parameters('Wax')", "`parameters` is no function, and round"),
        (CALL, "x.shape()", "`x.shape` is no function, and round"),
        (CALL, "x.T()", "`x.T` is no function, and round"),
        (CALL, "x.size()", "`x.size` is no function, and round"),
        (CALL, "parameters.Wax", "`parameters` is a dictionary: what it holds stands under keys"),
        (CALL, "np.zeros[n_a, m]", "`np.zeros` is a function, and square brackets"),
        (CALL, "x.transpose @ a_next", "`.transpose` without round brackets is the method"),
        (CALL, "x.max / 2", "`.max` without round brackets is the method"),
        (CALL, "x^2", "`^` is no power in Python"),
        (CALL, "1.0 ^ 2.0", "`^` is no power in Python"),
        (CALL, "np.sigmoid(x)", "NumPy has no `sigmoid`: it is a function of this course"),
        (CALL, "np.tahn(x)", "NumPy has no `tahn`; it has `np.tanh`"),
        (CALL, "np.cat((x, x))", "NumPy has no `cat`; it has `np.concatenate`"),
        (LOOP, "for t in T_x:", "`T_x` is one number, and a loop goes through many"),
        (LOOP, "for t in reversed(T_x):", "`T_x` is one number, and a loop goes through many"),
        (LOOP, "for t in range(x.shape):", "`range` takes whole numbers, and `x.shape` is a tuple"),
        (LOOP, "for t in range(x):", "`range` takes whole numbers, and `x` is an array"),
        (LOOP, "for t in range(steps):", "`range` takes whole numbers, and `steps` is a list"),
        (STORED, "steps[:, :, t] = a_next", "a list takes one index, and here are several"),
        (STORED, "steps[t] = a_next", "this list has no such place yet"),
        (STORED, "steps['a'] = a_next", "a list has places, not keys"),
        (STORED, "cache['a']", "a tuple has places, not keys"),
        (STORED, "cache[:, t]", "a tuple takes one index, and here are several"),
        (STORED, "steps[t + 1]", "the list `steps` has no place `t + 1`"),
        (STORED, "a.append(a_next)", "an array has no `append`: its size is fixed"),
        (STORED, "cache.append(a_next)", "a tuple has no `append`: it never changes"),
        (STORED, "parameters.append(1)", "a dictionary has no `append`"),
        (STORED, "steps.shape", "`steps` is a list here, and only arrays have `.shape`"),
        (STORED, "cache[:1].T", "a tuple stands here, and only arrays have `.T`"),
    ],
)
def test_a_thing_of_another_kind_is_told(old, new, title):
    said = titles("rnn_forward", old, new)
    assert [one[: len(title)] for one in said] == [title]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CALL, "x(t) + a_next(t)"),
        (CALL, "(lambda: x)()(t)"),
        (CALL, "(1, 2)()"),
        (CALL, "np.nosuchthingatall(x)"),
        (CALL, "np.nosuch(x)"),  # a little like cosh
        (CALL, "x.shape.Wax"),
        (CALL, "[].nosuch"),
        (CALL, "[p for p in 3 for q in 4]"),
        (LOOP, "for t in range(None):"),
        (LOOP, "for t, u in zip(3, range(3)):"),
        (STORED, "steps[t + 1] + steps[t + 2]"),
        (STORED, "set().append(1)"),
        (STORED, "None.append(1)"),
    ],
)
def test_a_thing_that_may_be_another_is_left_alone(old, new):
    assert titles("rnn_forward", old, new) == []


def test_a_list_replaced_by_what_append_gives_back_is_told():
    (said,) = titles("rnn_forward", "steps.append(cache)", "steps = steps.append(cache)")
    assert said.startswith("`append` changes the list and gives back None")


def test_a_step_on_the_first_axis_is_told():
    (said,) = titles("rnn_backward", "da[:, :, t] + da_prevt", "da[t] + da_prevt")
    assert said.startswith("`da[t]` looks along the first axis, n_a long")


def test_a_none_that_is_added_is_told():
    source = edited("rnn_backward", "da_prevt = np.zeros((n_a, m))", "da_prevt = None")
    assert crash("rnn_backward", source) == ["`da_prevt` is None here, and None cannot be added"]


def test_the_keys_of_the_cells_dictionary_are_told_where_they_meet_an_array():
    old = 'da_prevt = gradients["da_prev"]'
    (said,) = titles("rnn_backward", old, "da_prevt = list(gradients)[1]")
    assert said.startswith("a text meets an array here: a dictionary that is taken apart")


def test_a_sum_in_a_dictionary_that_is_empty_is_told():
    source = edited("rnn_backward", "dba += gradients", 'total["dba"] += gradients')
    source = source.replace("    for t in", "    total = {}\n    for t in", 1)
    (said,) = crash("rnn_backward", source)
    assert said == "`total` has no entry 'dba' yet, and += adds to what is there"


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        (
            "numerical_gradient",
            "for i in range(x.size):\n        x[i] += 1",
            "one index takes a whole row, and x has 3 rows here, not 6",
        ),
        (
            "numerical_gradient",
            "for i, j in np.ndindex(x.shape):\n        pass\n    return np.zeros_like(x)",
            "`x` has 3 axes here: `x.shape` is (2, 3, 2)",
        ),
        (
            "sigmoid",
            "for row in z:\n        for one in row:\n            pass\n    return z",
            "`z` has one axis here: `z.shape` is (5,)",
        ),
        (
            "sigmoid",
            "for row in z:\n        len(row)\n    return z",
            "`z` has one axis here: `z.shape` is (5,)",
        ),
        ("softmax", "z[:, 0]\n    return z", "`z` has one axis here: `z.shape` is (5,)"),
    ],
)
def test_a_tool_that_counts_on_two_axes_is_told(name, body, title):
    assert tool(name, body) == [title]


@pytest.mark.parametrize(
    ("new", "title"),
    [
        ("np.stack((a_prev, xt))", "`np.stack` lays arrays of one shape beside each other"),
        ("np.array([a_prev, xt])", "several arrays of several shapes, in a list or a tuple"),
    ],
)
def test_arrays_that_do_not_come_together_are_told(new, title):
    (said,) = titles("lstm_cell_forward", "np.concatenate((a_prev, xt))", new)
    assert said.startswith(title)
