import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from solutions.gradients import numerical_gradient, relative_error

NUMBERS = arrays(float, array_shapes(max_dims=3, max_side=4), elements=st.floats(-2, 2))


@given(NUMBERS)
def test_the_gradient_of_a_sum_of_cubes_is_three_x_squared(x):
    gradient = numerical_gradient(lambda v: float((v**3).sum()), x)
    np.testing.assert_allclose(gradient, 3 * x**2, atol=1e-8)


@given(NUMBERS)
def test_x_is_the_same_after_the_call(x):
    before = x.copy()
    numerical_gradient(lambda v: float(v.sum()), x)
    np.testing.assert_array_equal(x, before)


def test_central_differences_see_no_slope_at_a_kink():
    np.testing.assert_array_equal(numerical_gradient(lambda v: np.abs(v).sum(), np.zeros(3)), 0)


@given(NUMBERS)
def test_an_array_has_no_error_against_itself(a):
    assert relative_error(a, a) == 0


def test_relative_error_is_measured_against_the_larger_array():
    assert relative_error(np.array([1.0, -4.0]), np.array([1.0, 1.0])) == 1.25
    assert relative_error(np.array([1.0, 1.0]), np.array([1.0, -4.0])) == 1.25
