"""Is every array that a backward function returns the gradient that central differences measure?

Each test makes a scalar loss out of the forward pass, with a random weight on every output entry,
and moves every entry of every input by hand. Bounds: worst error by the maximum norm.
"""

import numpy as np
import pytest
from hypothesis import given
from networks import SEEDS, SIZES, lstm_parameters, rnn_parameters

from solutions.gradients import numerical_gradient
from solutions.lstm import lstm_backward, lstm_cell_backward, lstm_cell_forward, lstm_forward
from solutions.rnn import rnn_backward, rnn_cell_backward, rnn_cell_forward, rnn_forward

NETWORKS = {
    "rnn": (rnn_forward, rnn_backward, rnn_parameters, "Wya"),
    "lstm": (lstm_forward, lstm_backward, lstm_parameters, "Wy"),
}


def assert_gradients(loss, inputs, gradients):
    """Compare gradients[d + name] with the measured slope of loss for every named input."""
    for name, array in inputs.items():
        measured = numerical_gradient(lambda _: loss(), array)
        error = np.abs(measured - gradients[f"d{name}"]).max() / max(np.abs(measured).max(), 1e-3)
        assert error < 1e-7, f"d{name} is off by {error:.1e}"


@given(SIZES, SEEDS)
def test_rnn_cell_backward(sizes, seed):
    rng = np.random.default_rng(seed)
    n_x, n_a, m = sizes["n_x"], sizes["n_a"], sizes["m"]
    parameters = rnn_parameters(rng, n_x, n_a, sizes["n_y"])
    xt, a_prev, da_next = (rng.standard_normal((n, m)) for n in (n_x, n_a, n_a))

    def loss():
        return (rnn_cell_forward(xt, a_prev, parameters)[0] * da_next).sum()

    gradients = rnn_cell_backward(da_next, rnn_cell_forward(xt, a_prev, parameters)[-1])
    inputs = {name: parameters[name] for name in ("Wax", "Waa", "ba")}
    assert_gradients(loss, inputs | {"xt": xt, "a_prev": a_prev}, gradients)


@given(SIZES, SEEDS)
def test_lstm_cell_backward(sizes, seed):
    rng = np.random.default_rng(seed)
    n_x, n_a, m = sizes["n_x"], sizes["n_a"], sizes["m"]
    parameters = lstm_parameters(rng, n_x, n_a, sizes["n_y"])
    xt = rng.standard_normal((n_x, m))
    a_prev, c_prev, da_next, dc_next = rng.standard_normal((4, n_a, m))

    def loss():
        a_next, c_next, _, _ = lstm_cell_forward(xt, a_prev, c_prev, parameters)
        return (a_next * da_next).sum() + (c_next * dc_next).sum()

    cache = lstm_cell_forward(xt, a_prev, c_prev, parameters)[-1]
    gradients = lstm_cell_backward(da_next, dc_next, cache)
    inputs = {name: array for name, array in parameters.items() if name not in ("Wy", "by")}
    inputs |= {"xt": xt, "a_prev": a_prev, "c_prev": c_prev}
    assert_gradients(loss, inputs, gradients)


@pytest.mark.parametrize("kind", NETWORKS)
@given(SIZES, SEEDS)
def test_backward_through_time(kind, sizes, seed):
    forward, backward, make_parameters, output_weights = NETWORKS[kind]
    rng = np.random.default_rng(seed)
    n_x, n_a, m, T_x = (sizes[name] for name in ("n_x", "n_a", "m", "T_x"))
    parameters = make_parameters(rng, n_x, n_a, sizes["n_y"])
    x, a0 = rng.standard_normal((n_x, m, T_x)), rng.standard_normal((n_a, m))
    da = rng.standard_normal((n_a, m, T_x))

    def loss():
        return (forward(x, a0, parameters)[0] * da).sum()

    gradients = backward(da, forward(x, a0, parameters)[-1])
    inputs = {
        name: array for name, array in parameters.items() if name not in (output_weights, "by")
    }
    assert_gradients(loss, inputs | {"x": x, "a0": a0}, gradients)


@given(SIZES, SEEDS)
def test_lstm_backward_with_a_cell_state_handed_in_and_out(sizes, seed):
    rng = np.random.default_rng(seed)
    n_x, n_a, m, T_x = (sizes[name] for name in ("n_x", "n_a", "m", "T_x"))
    parameters = lstm_parameters(rng, n_x, n_a, sizes["n_y"])
    x, da = rng.standard_normal((n_x, m, T_x)), rng.standard_normal((n_a, m, T_x))
    a0, c0, dc_T = rng.standard_normal((3, n_a, m))

    def loss():
        a, _, c, _ = lstm_forward(x, a0, parameters, c0)
        return (a * da).sum() + (c[:, :, -1] * dc_T).sum()

    gradients = lstm_backward(da, lstm_forward(x, a0, parameters, c0)[-1], dc_T)
    assert_gradients(loss, {"x": x, "a0": a0, "c0": c0, "Wf": parameters["Wf"]}, gradients)
