"""Is a print the same for the same output, and another one for any other?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.exercises import EXERCISES
from grader.fingerprint import take

EXERCISE = EXERCISES["rnn_cell_backward"]
CLOSE = 1e-6
A = np.random.default_rng(5).standard_normal((5, 4))


def prints(array, problems=(), output="dWaa"):
    return take(EXERCISE, ({(output,): array}, problems), output)


def alike(a, b):
    return prints(a).is_like(prints(b), CLOSE)


def test_rounding_does_not_matter():
    noise = np.random.default_rng(6).uniform(-1e-7, 1e-7, A.shape)
    assert alike(A, A + noise)
    assert alike(np.asarray(A, order="F"), A)


@given(st.integers(0, 4), st.integers(0, 3), st.floats(1e-3, 10))
def test_one_entry_that_differs_shows(i, j, by):
    other = A.copy()
    other[i, j] += by
    assert not alike(A, other)


@pytest.mark.parametrize(
    "other", [A.T, A[:, ::-1], A[::-1], -A, 2 * A, A.reshape(4, 5), A[:4], A.ravel(), A * 1.001]
)
def test_another_order_size_sign_or_shape_shows(other):
    assert not alike(A, other)


def test_entries_that_are_no_numbers_have_to_stand_in_the_same_places():
    one, same, other = A.copy(), A.copy(), A.copy()
    one[1, 1] = same[1, 1] = other[1, 2] = np.nan
    infinite = A.copy()
    infinite[1, 1] = np.inf
    assert alike(one, same)
    assert not alike(one, other)
    assert not alike(one, infinite)


def test_faults_of_the_form_count():
    fault = ("dWaa", "a list is returned where an array belongs", "wrong")
    assert not prints(A).is_like(prints(A, [fault]), CLOSE)
    elsewhere = ("dba", "the key is missing", "missing")
    assert prints(A).is_like(prints(A, [elsewhere]), CLOSE)


def test_zeros_are_like_zeros_and_like_nothing_else():
    zero = np.zeros((5, 4))
    assert alike(zero, zero.copy())
    assert not alike(zero, A)


def test_a_cache_is_taken_as_a_whole():
    exercise = EXERCISES["lstm_cell_forward"]
    arrays = {("cache", "ft"): A, ("cache", "a_prev"): A + 1}
    changed = {**arrays, ("cache", "a_prev"): A + 2}
    assert take(exercise, (arrays, []), "cache") != take(exercise, (changed, []), "cache")
    assert take(exercise, (arrays, []), "cache.ft") == take(exercise, (changed, []), "cache.ft")
