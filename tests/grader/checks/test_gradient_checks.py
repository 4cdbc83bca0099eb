"""Do central differences of a forward pass tell right gradients from wrong ones?"""

import numpy as np
import pytest
from answers import REFERENCE

from grader.checks.gradients import agreement, forward_of
from grader.exercises import EXERCISES

BACKWARD = [name for name in EXERCISES if name.endswith("_backward")]


def compared(name, gradients, forward=None):
    plan = REFERENCE.plan(EXERCISES[name])
    cell = EXERCISES[f"{name.split('_')[0]}_cell_forward"]
    own = forward or REFERENCE.function(forward_of(EXERCISES[name]))
    return agreement(plan, cell, own, gradients)


def right_gradients(name):
    plan = REFERENCE.plan(EXERCISES[name])
    return REFERENCE.function(name)(*plan.calls["plain"].args)


@pytest.mark.parametrize("name", BACKWARD)
def test_every_right_gradient_is_a_slope(name):
    right = right_gradients(name)
    agree = compared(name, right)
    assert all(agree.values())
    assert set(agree) == set(right) - {"dc0"}


@pytest.mark.parametrize("name", BACKWARD)
def test_a_wrong_gradient_is_told_from_the_right_ones(name):
    right = right_gradients(name)
    for wrong in set(right) - {"dc0"}:
        agree = compared(name, {**right, wrong: right[wrong] * 1.01})
        assert [output for output, same in agree.items() if not same] == [wrong]


def test_a_gradient_of_another_shape_is_left_to_the_contract():
    right = right_gradients("rnn_cell_backward")
    assert "dba" not in compared("rnn_cell_backward", {**right, "dba": right["dba"].ravel()})


def test_a_forward_pass_without_the_bias_has_other_slopes():
    def forward(xt, a_prev, parameters):
        a = np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev)
        return a, None, None

    agree = compared("rnn_cell_backward", right_gradients("rnn_cell_backward"), forward)
    assert not any(agree.values())


@pytest.mark.parametrize("name", sorted(set(EXERCISES) - set(BACKWARD)))
def test_only_backward_functions_have_slopes(name):
    assert forward_of(EXERCISES[name]) is None
