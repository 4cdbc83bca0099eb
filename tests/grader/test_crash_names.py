"""Names that are not there, and variables without a value: told where certain, else left alone."""

import pytest
from answers import edited, file_of, judged

from grader.runners.misspelt import is_slip


def causes(source, name):
    verdict = judged(file_of(source))[name]
    assert verdict.status == "crashed", verdict
    return verdict.mistakes


def titles(name, old, new):
    return [cause["title"] for cause in causes(edited(name, old, new), name)]


def sigmoid(body):
    return [cause["title"] for cause in causes(f"def sigmoid(z):\n    {body}\n", "sigmoid")]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (
            "return 1 / (1 + math.exp(-z))",
            "there is no `math` here; `np.exp` does the same for a whole array",
        ),
        ("return 1 / (1 + exp(-z))", "there is no `exp` here; NumPy's is called `np.exp`"),
    ],
)
def test_a_function_of_another_library_is_told_with_numpys(body, title):
    assert sigmoid(body) == [title]


@pytest.mark.parametrize(
    "body",
    [
        "return z * math.pi",
        "return math.gcd(z, 2)",
        "return exp",
        "return logistic(z)",
        "return torch.exp(z)",
    ],
)
def test_a_name_that_numpy_has_no_function_for_is_left_alone(body):
    assert sigmoid(body) == []


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("dz @ xt.T", "zd_state @ xt.T", ""),
        ("dz @ xt.T", "dz_sate @ xt.T", "dz_state"),
        ("dz @ xt.T", "dz_sttae @ xt.T", "dz_state"),
        ("dz @ xt.T", "dzState @ xt.T", "dz_state"),
        ("dz @ xt.T", "dz_stale @ xt.T", ""),
    ],
)
def test_a_slip_in_the_name_of_a_variable_is_told_with_the_variable(old, new, meant):
    source = edited("rnn_cell_backward", old, new)
    source = source.replace("    dz =", "    dz_state = 1\n    dz =", 1)
    found = [cause["title"] for cause in causes(source, "rnn_cell_backward")]
    written = new.split(" ")[0]
    assert found == ([f"there is no `{written}` here; there is `{meant}`"] if meant else [])


def test_an_error_of_ones_own_is_not_asked_for_its_name():
    body = """class Odd(NameError):
        name = property(lambda self: 1 / 0)
    raise Odd("odd")"""
    assert sigmoid(body) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("dtahn", "dtanh"),
        ("a_nxt", "a_next"),
        ("concatt", "concat"),
        ("daPrev", "da_prev"),
    ],
)
def test_a_slip_of_the_pen_is_seen(written, name):
    assert is_slip(written, name)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("da_f", "da_i"),  # two gates
        ("state1", "state"),  # two states
        ("a_next", "da_next"),  # a state and its gradient
        ("dxt", "dx"),  # a step and all of them
        ("gate_f", "gate_fio"),
        ("abcde", "edcba"),
    ],
)
def test_two_names_for_two_things_are_no_slip(written, name):
    assert not is_slip(written, name)


def test_a_name_of_the_course_is_never_taken_for_a_slip():
    # da_prevt is there, and what is missing here is the cell's da_prev.
    assert titles("rnn_backward", 'gradients["dxt"]', "da_prev") == []


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        (
            'parameters["Wi"]',
            'parameters["Wu"]',
            "`parameters` has no `Wu`: the update gate's weights are `Wi` and `bi` here",
        ),
        (
            'parameters["Wi"]',
            'parameters["input"]',
            "`parameters` has no `input`: its keys are Wf, Wi, Wc, Wo, bf, bi, bc, bo, Wy, by",
        ),
    ],
)
def test_a_key_that_no_parameter_has_is_told_with_those_that_there_are(old, new, title):
    assert titles("lstm_cell_forward", old, new) == [title]


def test_a_key_of_another_dictionary_is_left_alone():
    new = '{"Wi": parameters["Wi"]}["Wu"]'
    assert titles("lstm_cell_forward", 'parameters["Wi"]', new) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "variable", "start"),
    [
        (
            "lstm_forward",
            "c_next = np.zeros((n_a, m)) if c0 is None else c0",
            "pass",
            "c_next",
            "The cell state before the first step: zeros of shape (n_a, m), if none is given.",
        ),
        ("rnn_forward", "a_next = a0", "pass", "a_next", "The state before the first step is a0."),
        (
            "rnn_backward",
            "dba = np.zeros((n_a, 1))",
            "pass",
            "dba",
            "A sum starts with zeros of its shape, before the loop.",
        ),
        (
            "rnn_cell_forward",
            "Wya @ a_next",
            "Wya @ yt_pred",
            "yt_pred",
            "What is carried on starts before the loop; else another name belongs on the right.",
        ),
    ],
)
def test_a_variable_that_is_made_from_itself_is_told_with_its_start(
    name, old, new, variable, start
):
    (cause,) = causes(edited(name, old, new), name)
    assert cause["id"] == "no-value-yet"
    assert cause["title"].startswith(f"this line makes `{variable}` out of `{variable}`")
    assert cause["more"][1] == start


def test_a_variable_that_another_line_makes_later_is_left_alone():
    body = "s = e / (1 + e)\n    e = np.exp(z)\n    return s"
    assert sigmoid(body) == []


def test_a_variable_that_hides_a_function_is_told():
    source = edited("rnn_cell_forward", "yt_pred = softmax(", "yt_pred = softmax = softmax(")
    (cause,) = causes(source, "rnn_cell_forward")
    assert cause["title"].startswith("`softmax` is a variable of your function here")


def gradient(body):
    source = (
        "def numerical_gradient(f, x):\n    g = np.zeros_like(x)\n"
        f"    for i in np.ndindex(x.shape):\n        {body}\n    return g\n"
    )
    return [cause["title"] for cause in causes(source, "numerical_gradient")]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("g[i] = f(x[i] + 1e-5) - f(x[i] - 1e-5)", "a single number"),
        ("g[i] = f(float(x[i]))", "a single number"),
        ("g[i] = f(x[i[0]])", "something of another shape"),
    ],
)
def test_f_of_a_part_of_x_is_told(body, what):
    said = f"f takes a whole array of the shape of x, and gets {what} here"
    assert gradient(body) == [said]


@pytest.mark.parametrize(
    "body", ["g[i] = f(x) @ x", "g[i] = (x + 0).dot(x) + f(x)", "g[i] = f(x).sum() + f(x)"]
)
def test_an_error_that_may_be_the_lines_own_is_not_called_that_of_f(body):
    assert gradient(body) == []
