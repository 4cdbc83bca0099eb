"""Truth values, shapes and tuples: told where line, error and inputs agree, else left alone."""

import pytest
from answers import edited
from crashed import crash, titles, tool

from grader.crash_causes import explain
from grader.crash_causes.line import begun, whole
from grader.exercise import Call, Failure
from grader.exercises import EXERCISES


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("if z >= 0:\n        return z", "`if` takes one truth value"),
        ("return 1 if z >= 0 else 0", "`if` takes one truth value"),
        ("while z > 0:\n        z = z - 1", "`while` takes one truth value"),
        ("return z * (0 < z < 1)", "`and` takes one truth value"),
        ("return not z", "`not` takes one truth value"),
        ("if z > 0 and z < 1:\n        return z", "`if` and `and` take one truth value each"),
        ("if z.any():\n        pass\n    elif z > 0:\n        pass", "`if` takes one truth value"),
        ("return max(z, 0 * z)", "Python's `max` compares whole arrays, not their entries"),
        ("return min(z)", "Python's `min` compares whole arrays, not their entries"),
    ],
)
def test_an_array_where_one_truth_value_belongs_is_told(body, title):
    body = body.replace("if z.any()", "if z.size == 0")
    (said,) = tool("sigmoid", body)
    assert said.startswith(title)


@pytest.mark.parametrize(
    "body",
    [
        "return any(z)",
        "return bool(z)",
        "return z in [z + 1]",
        "return sorted(z)",
        "return [z + 1].index(z)",
        "return 1 if max(z) > 0 else 0",
        "return (1 if\n        z > 0 else 0)",
    ],
)
def test_an_array_whose_truth_something_else_may_ask_is_left_alone(body):
    assert tool("sigmoid", body) == []


def test_two_tuples_that_are_compared_are_not_called_an_array_of_truth_values():
    # Python compares the entries one by one and asks each answer for its truth.
    old = "steps.append(cache)"
    new = "steps.append(cache if cache == (*cache[:-1], 0) else cache)"
    source = edited("rnn_forward", old, new).replace("(*cache[:-1], 0)", "(cache[0] + 0, 0)")
    assert crash("rnn_forward", source) == []
    (said,) = tool("relative_error", "if a == b:\n        return 0.0")
    assert said.startswith("`if` takes one truth value")


@pytest.mark.parametrize("maker", ["zeros", "ones", "empty"])
def test_a_shape_in_pieces_is_told(maker):
    (said,) = tool("one_hot", f"return np.{maker}(n, *ids.shape)")
    assert said.startswith(f"`np.{maker}` takes the shape as one thing")
    (said,) = tool("one_hot", "x = np.full(n, 0, 3)")
    assert said.startswith("`np.full` takes the shape as one thing")


def test_a_number_for_a_kind_of_numbers_elsewhere_is_left_alone():
    assert tool("one_hot", "return ids.astype(n)") == []
    assert tool("one_hot", "return np.zeros((n, 1)) + np.array(ids, n)") == []


def test_the_sizes_of_one_hot_have_letters():
    assert tool("one_hot", "return np.arange(n) == ids") == [
        "the shapes do not fit: (n,) meets (m, T_x)"
    ]


def test_one_turn_too_many_is_told_with_the_letter():
    assert titles("rnn_forward", "in range(T_x)", "in range(T_x + 1)") == [
        "index 7 is one beyond the last: T_x is 7 here, and NumPy counts from 0"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("x[:, :, t]", "x[:, :, 2 * t]"),  # 8 of 7
        ("x[:, :, t]", "np.ones((3, 4, 99))[:, :, t + 99]"),  # a size without a letter
    ],
)
def test_an_index_that_is_no_size_is_not_called_one_beyond_the_last(old, new):
    assert not any("one beyond" in title for title in titles("rnn_forward", old, new))


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        (
            "numerical_gradient",
            "rows, columns = x.shape",
            "`x` has 3 axes here: `x.shape` is (2, 3, 2)",
        ),
        ("sigmoid", "n, m = z.shape", "`z` has one axis here: `z.shape` is (5,)"),
        ("sigmoid", "return range(z.shape[1])", "`z` has one axis here: `z.shape` is (5,)"),
        ("one_hot", "a, b, c = ids.shape", "`ids` has 2 axes here: `ids.shape` is (m, T_x)"),
    ],
)
def test_another_number_of_axes_is_told(name, body, title):
    if name == "numerical_gradient":
        body += "\n    return 2 * x"
    assert tool(name, body) == [title]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("sigmoid", "z = z[:, :, None, None]\n    n, m = z.shape"),
        ("sigmoid", "shape = z.shape\n    n, m = shape"),
        ("sigmoid", "return (1, 2)[3] + z.shape[0]"),
        ("sigmoid", "n, m = np.ravel(z).shape"),
        ("sigmoid", "n, m, k = z.T.shape"),
    ],
)
def test_a_shape_that_may_be_another_arrays_is_left_alone(name, body):
    assert tool(name, body) == []


def test_an_axis_that_is_not_there_is_told():
    assert tool("softmax", "return z / z.sum(axis=1, keepdims=True)") == [
        "an array with one axis has axis 0 alone: there is no axis 1"
    ]
    assert titles("rnn_cell_backward", "axis=1", "axis=2") == [
        "an array with 2 axes counts them from 0: there is no axis 2"
    ]


def test_an_error_about_another_argument_than_an_axis_is_left_alone():
    assert tool("softmax", "return np.transpose(z, (0, 0))") == []
    assert tool("softmax", "return z.sum(axis=-9)") == []


ORDER = "lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, steps[t])"


def test_the_cells_arguments_in_another_order_are_told_with_their_order():
    new = "lstm_cell_backward(steps[t], da[:, :, t] + da_prevt, dc_prevt)"
    (said,) = titles("lstm_backward", ORDER, new)
    assert said.startswith("lstm_cell_backward takes (da_next, dc_next, cache), and something else")


def test_a_line_that_takes_other_things_apart_is_not_called_a_call_in_another_order():
    assert titles("lstm_backward", ORDER, f"{ORDER} if [b for a, b in [(1,)]] else 0") == []


def test_an_index_that_is_no_number_is_not_called_an_argument_in_another_place():
    assert titles("lstm_backward", ORDER, ORDER.replace(":, t]", ":, steps]")) == []
    assert titles("rnn_forward", "a[:, :, t] = a_next", "a[:, :, cache] = a_next") == []


def test_a_cell_in_a_line_that_does_not_unpack_it_gives_back_no_other_number():
    # The list has one entry; how many things the cell gives back is no matter.
    old = "a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)"
    new = "(a, b), c = [rnn_cell_forward(x[:, :, t], a_next, parameters)] * 2"
    assert titles("rnn_forward", old, new) == []


@pytest.mark.parametrize(
    ("names", "said"),
    [("dxt, b, c, d, e", "'dxt' is a key of it, not the array"), ("dxt, b", "it gives its keys")],
)
def test_a_cells_dictionary_that_is_taken_apart_is_told(names, said):
    old = "gradients = rnn_cell_backward"
    source = edited("rnn_backward", old, f"{names} = rnn_cell_backward")
    source = source.replace('da_prevt = gradients["da_prev"]', "dx[:, :, t] = dxt")
    (title,) = crash("rnn_backward", source)
    assert title.startswith("rnn_cell_backward gives back a dictionary: ")
    assert title.endswith(said)


def test_another_text_that_is_no_number_is_left_alone():
    assert titles("rnn_backward", 'gradients["dxt"]', '"abc"') == []


def test_a_cache_in_the_place_of_an_array_is_told():
    old = "a_next, yt_pred, cache = rnn_cell"
    assert titles("rnn_forward", old, "a_next, cache, yt_pred = rnn_cell") == [
        "`yt_pred` is no array here: it holds 4 things, as the cell's cache does"
    ]


@pytest.mark.parametrize("new", ["(1, (2, 3))", "np.array([a0, 1, 2, x])", "odd"])
def test_another_odd_thing_in_the_place_of_an_array_is_left_alone(new):
    source = edited("rnn_forward", "y_pred[:, :, t] = yt_pred", f"y_pred[:, :, t] = {new}")
    source = source.replace("    for t in", "    odd = (1, (2, 3))\n    for t in")
    assert crash("rnn_forward", source) == []


def test_a_line_is_read_as_far_as_it_goes():
    assert whole("elif x > 0:") is not None
    assert whole("x = np.zeros(") is None
    assert begun("x = np.zeros(n, m,") is not None
    assert begun("x = ((((") is None
    assert begun("a = 1; b = 2") is None


@pytest.mark.parametrize("line", ["(" * 400, "-" * 400, "\0", "x = " + "(" * 150 + ")" * 150, ""])
def test_no_line_is_too_odd(line):
    call = Call("plain", (EXERCISES["sigmoid"],))
    failure = Failure("crashed", "ValueError: The truth value of an array with more", line)
    assert explain(EXERCISES["sigmoid"], call, failure) is None
