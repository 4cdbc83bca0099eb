"""The learner's hour once more, from an unpacked student release."""

from __future__ import annotations

import pytest
from driver import words

from grader import stub
from grader.exercises import EXERCISES
from grader.reference import Live

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.long,
    pytest.mark.parametrize("lab", ["release"], indirect=True, scope="session"),
]
LESSON = "1_rnn/02_rnn_backward.ipynb"
RIGHT = {
    name: "".join(
        line
        for line in Live().source(name).splitlines(keepends=True)
        if line.strip() not in (stub.BEGIN, stub.END)
    )
    for name in EXERCISES
}


@pytest.fixture(scope="module")
def lesson(open_notebook):
    return open_notebook(LESSON)


def test_the_solutions_are_not_there(lab):
    assert (lab.course / "grader").is_dir()
    assert not (lab.course / "solutions").exists()


def test_right_functions_get_full_points(lesson):
    for name in ("rnn_cell_backward", "rnn_backward"):
        card = words(lesson.check(name, RIGHT[name]).inner_text())
        assert "all right" in card
        assert f"{EXERCISES[name].points} / {EXERCISES[name].points}" in card


def test_a_mistake_is_named(lesson):
    forgotten = RIGHT["rnn_backward"].replace("da[:, :, t] + da_prevt", "da[:, :, t]")
    card = words(lesson.check("rnn_backward", forgotten).inner_text())
    assert "The mistake: " in card
    assert "future" in card


def test_reveal_says_that_the_solutions_are_not_here(lesson):
    lesson.paste("rnn_cell_backward", 'reveal("rnn_cell_backward")')
    lesson.run("rnn_cell_backward")
    said = words(lesson.cell("rnn_cell_backward").locator(".jp-OutputArea").first.inner_text())
    assert "not in this copy of the course" in said
