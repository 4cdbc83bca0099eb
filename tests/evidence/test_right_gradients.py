"""Do the right gradients agree with both measurements, and would a wrong one be seen?"""

from dataclasses import replace

import numpy as np
import pytest
from gradients import FEW, PASSES, analytic_sigmoid, errors, largest_errors

from grader.exercises import EXERCISES
from solutions.activations import sigmoid

ROUNDING = 1e-11
CENTRAL = 1e-6


def disagreeing(measured):
    return {
        (function, name): error
        for function, name, error in measured
        if error.central > CENTRAL or error.complex_step > ROUNDING
    }


def test_every_right_gradient_is_the_slope_by_either_measurement():
    assert not disagreeing(largest_errors(quick=True))


@pytest.mark.long
def test_every_right_gradient_is_the_slope_in_many_networks():
    assert not disagreeing(largest_errors())


@pytest.mark.parametrize("function", PASSES)
def test_every_gradient_that_is_asked_for_is_measured(function):
    asked = {output.name for output in EXERCISES[function].returns}
    assert errors(PASSES[function], FEW[0]).keys() - {"dc0"} == asked


@pytest.mark.parametrize("function", PASSES)
def test_a_gradient_that_is_off_by_a_thousandth_is_seen_by_either_measurement(function):
    network = PASSES[function]

    def slightly_off(weights, cache):
        gradients = network.backward(weights, cache)
        return {name: gradient * 1.001 for name, gradient in gradients.items()}

    for error in errors(replace(network, backward=slightly_off), FEW[0]).values():
        assert error.central > 0.0009
        assert error.complex_step > 0.0009


def test_the_stand_in_for_sigmoid_is_sigmoid():
    z = np.linspace(-30, 30, 601)
    np.testing.assert_allclose(analytic_sigmoid(z), sigmoid(z), rtol=1e-14)
