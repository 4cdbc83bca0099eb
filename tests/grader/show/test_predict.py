import numpy as np
import pytest

from grader.show.predict import compare


@pytest.mark.parametrize(
    ("guess", "answer"),
    [
        ("large", "large"),
        (" Large", "large"),
        (0.75, 0.7501),
        (3, 3),
        ([1, 2], np.array([1, 2])),
        ("1e-5", 1e-5),
        (True, True),
        ((2, 3), [2, 3]),
    ],
)
def test_a_guess_that_means_the_answer_is_right(guess, answer, capsys):
    compare(guess, answer, "so it is")
    assert capsys.readouterr().out.startswith("Yes")


@pytest.mark.parametrize(
    ("guess", "answer"), [("small", "large"), (0.7, 0.75), ([1, 2, 3], [1, 2]), (None, 3), ("x", 3)]
)
def test_another_guess_is_told_the_answer_and_why(guess, answer, capsys):
    compare(guess, answer, "so it is")
    out = capsys.readouterr().out
    assert out.startswith("It is")
    assert out.endswith("so it is.\n")


def test_without_a_guess_the_answer_is_not_given_away(capsys):
    compare(..., "large", "so it is")
    assert "large" not in capsys.readouterr().out
