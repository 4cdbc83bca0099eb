"""Does a card say in plain words how far an array is off?"""

import numpy as np
import pytest
from answers import edited, file_of, judged

from grader.checks.values import at, describe, error


def said(got, right):
    got, right = np.array(got, float), np.array(right, float)
    return describe(got, right, error(got, right))


@pytest.mark.parametrize(
    ("got", "right", "words"),
    [
        ([[4, 1]], [[4, 3]], "off by up to 0.5 times the largest entry, 1 of 2 entries"),
        ([[0, 0]], [[4, 3]], "off by up to the size of the largest entry, every entry"),
        ([[-4, -3]], [[4, 3]], "off by up to 2 times the largest entry, every entry"),
        ([[123, 5]], [[-1, 0.5]], "off by up to 120 times the largest entry, every entry"),
        ([[4, 3.0001]], [[4, 3]], "off by up to 2.5e-05 times the largest entry, 1 of 2 entries"),
        (3, 2, "off by 0.5 times the right number"),
        (-2, 2, "off by 2 times the right number"),
        (0, 2, "off by the size of the right number"),
        ([[0.79, 0], [-0.8, 0]], np.zeros((2, 2)), "should be 0, is up to 0.8, 2 of 4 entries"),
        (-0.79, 0, "should be 0, is -0.79"),
        ([[0.79, 0.5]], [[1e-9, 0]], "should be nearly 0, is up to 0.79, every entry"),
    ],
)
def test_how_far_an_array_is_off_is_said_in_units_that_mean_something(got, right, words):
    assert said(got, right) == words


def test_a_word_of_lesson_00_is_not_used_for_another_measure():
    """The relative error of lesson 00 cannot exceed 2, and 2 is a wrong sign there."""
    verdict = judged(file_of(edited("rnn_cell_forward", "a_next = np", "a_next = 3 + np")))
    messages = [f.message for o in verdict["rnn_cell_forward"].outputs for f in o.findings]
    assert messages
    assert not [message for message in messages if "relative" in message]


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        ("rnn_forward", "[:, :, t], a_next,", "[:, :, t], a0,", "a_prev of step 2: "),
        ("lstm_forward", "[:, :, t], a_next,", "[:, :, t], a0,", "a_prev of step 2: "),
        ("rnn_forward", "in range(T_x)", "in reversed(range(T_x))", "xt of step 1: "),
    ],
)
def test_the_row_of_the_caches_names_the_first_wrong_step(name, old, new, where):
    verdict = judged(file_of(edited(name, old, new)))[name]
    row = next(output for output in verdict.outputs if output.name == "caches")
    first = next(finding for finding in row.findings if finding.check == "value")
    assert first.message.startswith(where)


def test_the_number_of_a_row_is_that_of_its_worst_array():
    verdict = judged(file_of(edited("rnn_forward", "[:, :, t], a_next,", "[:, :, t], a0,")))
    row = next(output for output in verdict["rnn_forward"].outputs if output.name == "caches")
    assert row.error == max(finding.error for finding in row.findings if finding.error)
    first = next(finding for finding in row.findings if finding.check == "value")
    assert f"{first.error:.2g}" not in first.message


def test_an_error_beyond_all_numbers_is_still_a_number():
    with np.errstate(over="ignore"):
        assert np.isfinite(error(np.full(2, 1.7e308), np.full(2, -1.7e308)))


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([4], "at step 4"),
        ([1, 2, 3], "at steps 1 to 3"),
        ([2, 4, 7], "at 3 steps, the first is 2"),
    ],
)
def test_steps_are_told_in_few_words(steps, words):
    assert at(np.array(steps)) == words
