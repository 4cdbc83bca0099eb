"""Indices, and functions that work entry by entry: told where certain, else left alone."""

import pytest
from crashed import titles, tool

STEP = "x[:, :, t]"


@pytest.mark.parametrize(
    ("new", "title"),
    [
        ("x[:, :, 2 * t]", "index 8 is too far for axis 2, which is T_x = 7 long"),
        ("x[:, 9, t]", "index 9 is too far for axis 1, which is m = 4 long"),
        ("x[:, :, t, t]", "an array with 3 axes gets 4 indices"),
        ("a0[:, :, t]", "an array with 2 axes gets 3 indices"),
        ("x[:, :, t / 1]", "an index is a whole number, and here something else stands"),
        ("x[a0]", "an index is a whole number, and here something else stands"),
    ],
)
def test_an_index_that_does_not_fit_is_told(new, title):
    (said,) = titles("rnn_forward", STEP, new)
    assert said.startswith(title)


@pytest.mark.parametrize(
    "new", ["np.ones((3, 4, 99))[:, :, t + 99]", "np.ones(3)['a']", "[1][99, 99] + [1][99]"]
)
def test_an_index_of_which_less_is_known_is_left_alone(new):
    said = titles("rnn_forward", STEP, new)
    assert not any("too far" in title or "whole number" in title for title in said)


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        ("sigmoid", "return 1 / (1 + (-z).exp())", "`.exp` does not stand behind an array"),
        ("sigmoid", "return z.abs()", "`.abs` does not stand behind an array"),
        ("sigmoid", "return np.exp(-z, axis=0)", "`np.exp` works entry by entry, and takes no"),
        ("sigmoid", "return np.where(z > 0, 1)", "`np.where` chooses between two things"),
        ("sigmoid", "return 1 + np.exp - z", "`np.exp` without round brackets is the function"),
        ("sigmoid", "return 1 / (1 + np.e(-z))", "`np.e` is no function, and round brackets"),
        ("sigmoid", "return 1 / (1 + e ** (-z))", "there is no `e` here: NumPy's number"),
        ("numerical_gradient", "return f(x)[0]", "f gives a single number"),
        ("one_hot", "return np.zeros((n, m, T_x))", "`m` is not defined: it is how many examples"),
        (
            "relative_error",
            "return float(abs(a - b).max()) / float(abs(a).max())",
            "two arrays of zeros have size 0",
        ),
    ],
)
def test_what_is_missing_in_a_tool_is_told(name, body, title):
    if name == "relative_error":
        body = body.replace("abs(a).max()", "max(abs(a).max(), abs(b).max())")
    (said,) = tool(name, body)
    assert said.startswith(title)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("sigmoid", "return z.nosuchmethod()"),
        ("sigmoid", "return e / (1 + e)"),
        ("sigmoid", "return z + m"),
        ("sigmoid", "return (lambda z: z)(z, axis=0)"),
        ("sigmoid", "return 1 + np.exp + np.tanh"),
        ("sigmoid", "return 1 / 0"),
        ("relative_error", "return 1 / 0"),
        ("numerical_gradient", "return (0.5)[0] + f(x)"),
    ],
)
def test_what_may_be_missing_elsewhere_is_left_alone(name, body):
    assert tool(name, body) == []


def test_a_product_without_its_sign_is_told():
    (said,) = titles("numerical_gradient", "(2 * h)", "(h (2))")
    assert said == "`h` is no function, and round brackets behind it call it"
