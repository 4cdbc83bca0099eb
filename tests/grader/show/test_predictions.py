"""Are the answers to the Predict cells true, and are they out of sight before the guess?"""

import re
from pathlib import Path

import numpy as np
import pytest

from grader import lesson
from grader.given import example, sigmoid
from grader.show.predict import agrees, compare
from grader.show.predictions import PREDICTIONS

LESSONS = Path(__file__).parents[3] / "solutions" / "lessons"
CELLS = [
    pytest.param(block.source, id=f"{path.stem[:2]}-{number}")
    for path in sorted(LESSONS.glob("*.md"))
    for number, block in enumerate(lesson.read(path.read_text("utf-8"), path.stem))
    if isinstance(block, lesson.Block) and block.kind == "predict"
]


def asked(source):
    return re.findall(r'^compare\("([\w-]+)", guess', source, re.M)


def smallest_error():
    errors = {}
    for h in (1e-2, 1e-5, 1e-12):
        slope = (np.tanh(0.5 + h) - np.tanh(0.5 - h)) / (2 * h)
        errors[h] = abs(slope - (1 - np.tanh(0.5) ** 2))
    return min(errors, key=errors.get)


def half_life(bias):
    return np.log(0.5) / np.log(sigmoid(np.array(bias)))


def shown_through_a_window():
    states = np.zeros((2, 3))
    window = states[:, 2]
    states[:, 2] = [0.6, -0.8]
    return window[0]


def share_of_the_largest(scores):
    e = np.exp(scores)
    return (e / e.sum()).max()


def factors(i):
    """Give what dγ_o, dγ_f, dγ_i and dγ_c owe to the input gate."""
    return np.array([1.0, 1.0, i * (1 - i), i])


STEPS = np.arange(1, 9)
W, SYMBOL = np.array([[5, 1, 7, 2], [4, 9, 3, 8]]), np.array([0, 0, 1, 0])
COMPUTED = {
    "00-entry-of-a-brick": np.subtract((3, 2, 5), 1),
    "00-picked-column": W[:, 2],
    "00-wrong-sign": np.abs(np.array([3.0, -4.0]) * 2).max() / 4,
    "00-best-step": smallest_error(),
    "01-curves-without-Waa": len({float(np.tanh(0.3 + 0 * past)) for past in (-0.8, 0, 0.8)}),
    "01-window": shown_through_a_window(),
    "01-states-that-move": (STEPS >= 4).sum(),
    "02-steps-reached": (STEPS <= 3).sum(),
    "02-right-without-future": STEPS[-1],
    "02-as-good-as-blind": 4,
    "03-columns-of-the-input": example("lstm")[0].shape[0],
    "03-keep-and-add": 5 * 0.8,
    "03-weights-of-an-LSTM": sum(
        example("lstm")[2][kind + gate].size for kind in "Wb" for gate in "fico"
    ),
    "03-words-to-write": 2,
    "03-half-life": min((10, 100, 1000), key=lambda k: abs(np.log(k / half_life(5.0)))),
    "04-shut-input-gate": (factors(0.01) < 0.05).sum(),
    "04-forty-steps": 0.95**40,
    "04-loss-of-a-guess": -np.log(1 / 2),
}
GIVEN = {"00-picked-column": (W, SYMBOL), "02-as-good-as-blind": ("abcd",)}


@pytest.mark.parametrize("name", COMPUTED)
def test_an_answer_is_what_comes_out_when_it_is_computed(name):
    answer, _ = PREDICTIONS[name]
    found = answer(*GIVEN[name]) if callable(answer) else answer
    assert agrees(found, COMPUTED[name]) or agrees(found, round(float(COMPUTED[name]), 2))


def test_the_answers_in_words_are_true():
    with np.errstate(over="ignore"):
        assert np.isinf(np.exp(800.0))
    assert PREDICTIONS["00-large-exponent"][0] == "inf"
    before, after = (share_of_the_largest([0.0 + n, 1.0 + n, 2.0 + n]) for n in (0, 7))
    assert after == pytest.approx(before)
    assert PREDICTIONS["00-seven-more"][0] == "same"
    assert PREDICTIONS["00-kind-of-task"][0] == "many-to-one"
    assert PREDICTIONS["02-slope-at-the-edge"][0] == "smaller"


def test_the_numbers_in_the_reasons_are_true():
    assert f"{1 - 0.99**2:.2f} at 0.99" in PREDICTIONS["02-slope-at-the-edge"][1]
    gate = float(sigmoid(np.array(5.0)))
    assert f"{gate:.4f} to the power of {half_life(5.0):.0f}" in PREDICTIONS["03-half-life"][1]
    n_a = len(example("lstm")[1])
    assert f"first {n_a} meet a" in PREDICTIONS["03-columns-of-the-input"][1]


def test_every_answer_has_a_question_and_every_question_an_answer():
    names = [name for cell in CELLS for name in asked(cell.values[0])]
    assert sorted(names) == sorted(PREDICTIONS)


@pytest.mark.parametrize("source", CELLS)
def test_nothing_stands_under_the_guess_but_its_comparison(source):
    *_, guess, last = source.rstrip().split("\n")
    assert guess.startswith("guess = ...")
    assert asked(last)


@pytest.mark.parametrize("name", PREDICTIONS)
def test_a_reason_is_no_whole_sentence_and_tells_why(name, capsys):
    assert not PREDICTIONS[name][1].endswith(".")
    compare(name, "a wrong guess", *GIVEN.get(name, ()))
    assert PREDICTIONS[name][1] in capsys.readouterr().out
