import numpy as np
import pytest

from grader.show.predict import compare
from grader.show.predictions import PREDICTIONS


@pytest.fixture
def ask(monkeypatch):
    """Compare a guess with an answer under the name of a question."""

    def compare_with(guess, answer, because="so it is"):
        monkeypatch.setitem(PREDICTIONS, "question", (answer, because))
        compare("question", guess)

    return compare_with


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
def test_a_guess_that_means_the_answer_is_right(guess, answer, ask, capsys):
    ask(guess, answer)
    assert capsys.readouterr().out.startswith("Yes")


@pytest.mark.parametrize(
    ("guess", "answer"), [("small", "large"), (0.7, 0.75), ([1, 2, 3], [1, 2]), (None, 3), ("x", 3)]
)
def test_another_guess_is_told_the_answer_and_why(guess, answer, ask, capsys):
    ask(guess, answer)
    out = capsys.readouterr().out
    assert out.startswith("It is")
    assert out.endswith("so it is.\n")


def test_without_a_guess_the_answer_is_not_given_away(ask, capsys):
    ask(..., "large")
    assert "large" not in capsys.readouterr().out


def test_an_answer_that_depends_on_the_cell_is_computed_from_it(monkeypatch, capsys):
    monkeypatch.setitem(PREDICTIONS, "question", (len, "so many letters there are"))
    compare("question", 3, "abc")
    assert capsys.readouterr().out.startswith("Yes, 3")
