"""nbgrader's Validate button: what it says of work half done, wrong and done.

It runs the saved notebook in a kernel of its own and looks at the numbers that the checks return.
"""

from __future__ import annotations

import pytest
from driver import words
from solved import CELL, OVER_BATCH, RAISES

from grader.reference import Live

pytestmark = [pytest.mark.e2e, pytest.mark.long]

LESSON = "1_rnn/01_rnn_forward.ipynb"
BUTTON = '.jp-NotebookPanel-toolbar :text-is("Validate")'
PARTIAL = "Partial credit; passed some but not all of the tests"


@pytest.fixture(scope="module")
def lesson(open_notebook, own_folder):
    return open_notebook(f"{own_folder}/{LESSON}")


def validate(lesson):
    """Press the button, give what the dialog says, and close it."""
    lesson.page.locator(BUTTON).click()
    said = words(lesson.page.locator("#validation-message").inner_text())
    lesson.page.locator(".jp-Dialog button").click()
    lesson.page.wait_for_selector(".jp-Dialog", state="detached")
    return said


def test_fresh_notebook_fails_at_every_check(lesson):
    said = validate(lesson)
    for name in ("rnn_cell_forward", "rnn_forward"):
        assert f'check("{name}") {PARTIAL}' in said


def test_one_function_done_leaves_the_other(lesson):
    lesson.paste("rnn_cell_forward", CELL)
    said = validate(lesson)
    assert said == f'The following cell failed: check("rnn_forward") {PARTIAL}'


def test_partial_points_do_not_pass(lesson):
    lesson.paste("rnn_cell_forward", OVER_BATCH)
    assert 'check("rnn_cell_forward")' in validate(lesson)


def test_full_work_is_a_success(lesson):
    lesson.paste("rnn_cell_forward", CELL)
    lesson.paste("rnn_forward", Live().source("rnn_forward"))
    assert validate(lesson) == "Success! Your notebook passes all the tests."


@pytest.mark.parametrize("source", [RAISES, "1 / 0\n", "def rnn_cell_forward(:\n"])
def test_code_that_cannot_run_fails_like_any_other(lesson, source):
    lesson.paste("rnn_cell_forward", source)
    assert 'check("rnn_cell_forward")' in validate(lesson)
