"""NumPy called in other words, a sum that cannot grow, a None: told where certain, else silent."""

import pytest
from answers import edited
from crashed import crash, titles, tool


def test_a_flat_sum_is_told_to_be_unable_to_grow_and_not_to_meet_its_own_result():
    source = edited("rnn_backward", 'dba += gradients["dba"]', 'dba += gradients["dba"]')
    source = source.replace("    for t in", "    dba = np.zeros(n_a)\n    for t in", 1)
    (said,) = crash("rnn_backward", source)
    assert said == "the array on the left of += has shape (n_a,) and cannot grow to (n_a, n_a)"


@pytest.mark.parametrize(
    "line",
    [
        "np.add(np.zeros(n_a), np.zeros((n_a, 1)), out=np.zeros(n_a))",
        "np.zeros((n_a, 1))[:] = np.zeros((n_a, n_a))",
        'np.zeros(n_a).__iadd__(gradients["dba"])',
    ],
)
def test_a_result_that_does_not_fit_without_a_sum_is_told_of_no_sum(line):
    said = titles("rnn_backward", '        dba += gradients["dba"]\n', f"        {line}\n")
    assert not any("cannot grow" in title or "meets (n_a, n_a)" in title for title in said)


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        (
            "softmax",
            "return np.exp(z) / np.exp(z).sum(dim=0, keepdim=True)",
            "NumPy's word is `axis`, not `dim`; `keepdims`, not `keepdim`",
        ),
        (
            "softmax",
            "return z - np.max(z, axis=0, keepdim=True)",
            "NumPy's word is `keepdims`, not `keepdim`",
        ),
        ("softmax", "return z - z.max(dim=0)", "NumPy's word is `axis`, not `dim`"),
        (
            "sigmoid",
            "import math\n    return 1 / (1 + math.exp(-z))",
            "`math.exp` takes one number",
        ),
        (
            "relative_error",
            "return np.max(np.abs(a).max(), np.abs(b).max())",
            "the second argument of `np.max` is an axis, not a second thing to compare",
        ),
        (
            "relative_error",
            "return np.max(np.max(abs(a)), np.max(abs(b)))",
            "the second argument of `np.max` is an axis, not a second thing to compare",
        ),
        ("softmax", "return z - z.max(axes=0)", "NumPy's word is `axis`, not `axes`"),
        (
            "softmax",
            "return z / z.sum(axis=1)",
            "along axis 1 there is one number for each of the 4 classes",
        ),
        (
            "relative_error",
            "return np.min(a, b)",
            "the second argument of `np.min` is an axis, not a second thing to compare",
        ),
        (
            "numerical_gradient",
            "return np.nditer(x).multi_index",
            "`np.nditer` keeps no index of several axes unless",
        ),
        (
            "one_hot",
            "np.put_along_axis(np.zeros((n, *ids.shape)), ids, 1, axis=0)",
            "`np.put_along_axis` wants indices with as many axes as the array has",
        ),
        (
            "softmax",
            "return np.exp(z) / np.exp(z).sum(axis=0).reshape(-1, 1)",
            "3 numbers stand in a column, (3, 1), and a row (1, 3) belongs beside (4, 3)",
        ),
    ],
)
def test_a_function_of_numpys_called_in_another_way_is_told(name, body, title):
    (said,) = tool(name, body)
    assert said.startswith(title)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("softmax", "return np.exp(z, dim=0)"),
        ("softmax", "return sum(z, dim=0)"),
        ("softmax", "return z.cumsum(keepdim=True)"),
        ("softmax", "return (lambda keepdims: z)(keepdim=True)"),
        ("sigmoid", "import math\n    z[0] = z * math.exp(0)"),
        ("sigmoid", "import math\n    return float(z) + math.exp(0)"),
        ("relative_error", "return np.max(a, 0.5)"),
        ("relative_error", "return np.max(range(a), b)"),
        ("relative_error", "return np.sum(a, b)"),
        ("softmax", "return z @ z.sum(axis=0).reshape(-1, 1, 1, 1)"),
        ("softmax", "return z + np.ones(len(z))"),
    ],
)
def test_a_call_that_may_fail_for_another_reason_is_left_alone(name, body):
    assert tool(name, body) == []


@pytest.mark.parametrize("name", ["concatenate", "vstack", "hstack", "stack"])
def test_arrays_that_are_joined_without_a_tuple_are_told(name):
    (said,) = titles("lstm_cell_forward", "np.concatenate((a_prev, xt))", f"np.{name}(a_prev, xt)")
    assert said.startswith(f"`np.{name}` takes the arrays as one thing")


@pytest.mark.parametrize(
    "new",
    [
        "np.concatenate((a_prev, xt), xt)",
        "np.concatenate((a_prev, xt), 0.5)",
        "np.concatenate(a_prev, np.zeros(xt))",
    ],
)
def test_arrays_that_are_joined_wrongly_in_another_way_are_left_alone(new):
    assert titles("lstm_cell_forward", "np.concatenate((a_prev, xt))", new) == []


CELL = "lstm_cell_backward(da[:, :, t] + da_prevt, {}, steps[t])"


@pytest.mark.parametrize(
    ("new", "title"),
    [
        (CELL.format("dc_T"), "`dc_T` is None where no `dc_T` is given"),
        (
            CELL.format("dc"),
            "`dc` is None here, as `dc_T` is where no `dc_T` is given",
        ),
        ("dc_T.copy()", "`dc_T` is None where no `dc_T` is given"),
    ],
)
def test_a_dc_T_that_is_not_given_is_told(new, title):
    assert titles_with_none(new) == [title]


@pytest.mark.parametrize(
    "new",
    [
        "lstm_cell_backward(dc + da[:, :, t], dc, steps[t])",
        "lstm_cell_backward(da[:, :, t] + dc + dc, dc, steps[t])",
        "lstm_cell_backward(da[:, :, t], dc + 1, steps[t])",
        "dc.copy()",
    ],
)
def test_a_none_that_may_stand_elsewhere_is_left_alone(new):
    assert titles_with_none(new) == []


def titles_with_none(new):
    source = edited("lstm_backward", CELL.format("dc_prevt"), new)
    return crash("lstm_backward", source.replace("    for t in", "    dc = dc_T\n    for t in", 1))
