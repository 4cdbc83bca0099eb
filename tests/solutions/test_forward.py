import inspect
import pickle
import re

import numpy as np
import pytest
from hypothesis import given
from networks import SEEDS, SIZES, lstm_parameters, rnn_parameters

from solutions import activations, gradients, lstm, rnn

SIZE = {"n_x": 3, "n_a": 5, "n_y": 2, "m": 4, "T_x": 6}
RNG = np.random.default_rng(0)
X, A0 = RNG.standard_normal((3, 4, 6)), RNG.standard_normal((5, 4))
RNN, LSTM = rnn_parameters(RNG, 3, 5, 2), lstm_parameters(RNG, 3, 5, 2)
RNN_CACHE = rnn.rnn_cell_forward(X[:, :, 0], A0, RNN)[-1]
LSTM_CACHE = lstm.lstm_cell_forward(X[:, :, 0], A0, A0, LSTM)[-1]
ARGUMENTS = {
    rnn.rnn_cell_forward: (X[:, :, 0], A0, RNN),
    rnn.rnn_forward: (X, A0, RNN),
    rnn.rnn_cell_backward: (A0, RNN_CACHE),
    rnn.rnn_backward: (np.ones((5, 4, 6)), rnn.rnn_forward(X, A0, RNN)[-1]),
    lstm.lstm_cell_forward: (X[:, :, 0], A0, A0, LSTM),
    lstm.lstm_forward: (X, A0, LSTM),
    lstm.lstm_cell_backward: (A0, A0, LSTM_CACHE),
    lstm.lstm_backward: (np.ones((5, 4, 6)), lstm.lstm_forward(X, A0, LSTM)[-1]),
}


def documented_shapes(section):
    """Find every `name : ndarray, shape (…)` and every `name, name (…)` of a docstring section."""
    shapes = re.findall(r"^\s*(\w+) : ndarray, shape (\(.*?\))", section, re.M)
    for names, shape in re.findall(r"((?:\w+, )*\w+) (\((?:n_|m)[^)]*\))", section):
        shapes += [(name, shape) for name in names.split(", ") if name != "shape"]
    return {name: eval(shape, {}, SIZE) for name, shape in shapes}


@pytest.mark.parametrize("function", ARGUMENTS, ids=lambda f: f.__name__)
def test_the_docstring_tells_the_shapes_that_the_function_takes_and_gives(function):
    takes, gives = inspect.getdoc(function).split("Returns\n")
    arguments = dict(zip(inspect.signature(function).parameters, ARGUMENTS[function], strict=False))
    arguments |= arguments.pop("parameters", {})
    documented = documented_shapes(takes)
    arrays = {name: value for name, value in arguments.items() if isinstance(value, np.ndarray)}
    assert {name: documented[name] for name in arrays} == {n: a.shape for n, a in arrays.items()}

    returned = function(*ARGUMENTS[function])
    documented = documented_shapes(gives)
    if isinstance(returned, dict):
        assert documented == {name: array.shape for name, array in returned.items()}
    else:
        found = [value.shape for value in returned if isinstance(value, np.ndarray)]
        assert [*documented.values()][: len(found)] == found


@given(SIZES, SEEDS)
def test_carrying_the_state_over_a_cut_gives_the_whole_sequence(sizes, seed):
    rng = np.random.default_rng(seed)
    n_x, n_a, m, T_x = (sizes[name] for name in ("n_x", "n_a", "m", "T_x"))
    x, a0 = rng.standard_normal((n_x, m, T_x)), rng.standard_normal((n_a, m))
    cut = T_x // 2

    parameters = rnn_parameters(rng, n_x, n_a, sizes["n_y"])
    a = rnn.rnn_forward(x, a0, parameters)[0]
    carried = a[:, :, cut - 1] if cut else a0
    np.testing.assert_allclose(
        rnn.rnn_forward(x[:, :, cut:], carried, parameters)[0], a[:, :, cut:]
    )

    parameters = lstm_parameters(rng, n_x, n_a, sizes["n_y"])
    a, _, c, _ = lstm.lstm_forward(x, a0, parameters)
    carried = (a[:, :, cut - 1], c[:, :, cut - 1]) if cut else (a0, np.zeros((n_a, m)))
    a_later, _, c_later, _ = lstm.lstm_forward(x[:, :, cut:], carried[0], parameters, carried[1])
    np.testing.assert_allclose(a_later, a[:, :, cut:])
    np.testing.assert_allclose(c_later, c[:, :, cut:])


def test_no_function_changes_its_arguments():
    before = pickle.dumps([*ARGUMENTS.values()])
    for function, arguments in ARGUMENTS.items():
        function(*arguments)
    assert pickle.dumps([*ARGUMENTS.values()]) == before


def test_every_solution_has_one_region_that_ends_with_its_return():
    for module in (activations, gradients, rnn, lstm):
        for _, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                source = inspect.getsource(function)
                assert source.count("# BEGIN SOLUTION") == 1
                assert source.rstrip().endswith("# END SOLUTION")
