import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from solutions.activations import one_hot, sigmoid, softmax

SCORES = arrays(float, array_shapes(max_dims=3, max_side=4), elements=st.floats(-800, 800))


@given(SCORES)
def test_sigmoid_of_minus_z_is_one_minus_sigmoid_of_z(z):
    np.testing.assert_allclose(sigmoid(-z), 1 - sigmoid(z), rtol=0, atol=1e-15)


@pytest.mark.parametrize("activation", [sigmoid, softmax])
def test_no_warning_however_large_the_numbers(activation):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        values = activation(np.array([[-800.0, 800.0], [800.0, -1e6], [0.0, 1e6]]))
    assert np.isfinite(values).all()


def test_sigmoid_of_ln_3_is_three_quarters():
    np.testing.assert_allclose(sigmoid(np.log([1.0, 3.0])), [0.5, 0.75])


@given(SCORES)
def test_every_column_of_softmax_sums_to_one(z):
    np.testing.assert_allclose(softmax(z).sum(axis=0), 1)


@given(SCORES, st.floats(-100, 100))
def test_softmax_does_not_change_when_all_scores_shift(z, shift):
    np.testing.assert_allclose(softmax(z + shift), softmax(z), rtol=1e-9, atol=1e-12)


def test_softmax_keeps_a_column_that_lies_far_below_the_others():
    p = softmax(np.array([[0.0, 1000.0], [0.0, 1000.0]]))
    np.testing.assert_array_equal(p, np.full((2, 2), 0.5))


@given(arrays(int, array_shapes(min_dims=2, max_dims=2), elements=st.integers(0, 6)))
def test_one_hot_has_a_single_one_where_the_id_says(ids):
    x = one_hot(ids, 7)
    assert x.shape == (7, *ids.shape)
    np.testing.assert_array_equal(x.sum(axis=0), 1)
    np.testing.assert_array_equal(x.argmax(axis=0), ids)


def test_a_sigmoid_is_exactly_one_from_where_lesson_04_says():
    assert sigmoid(np.array(36.5)) < 1
    assert sigmoid(np.array(37.0)) == 1
