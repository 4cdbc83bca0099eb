"""A learner's hour in a real browser: wrong, right, crashed, endless; and nothing from outside.

It is spent in a copy of the repository, and in an unpacked student release.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from driver import words
from solved import CELL, ENDLESS, OVER_BATCH, RAISES

COURSES = ["repository", pytest.param("release", marks=pytest.mark.long)]
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("e2e"),
    pytest.mark.parametrize("lab", COURSES, indirect=True),
]

LESSON = "1_rnn/01_rnn_forward.ipynb"
SLIDERS = "1_rnn/00_sequences_and_tools.ipynb"
MINE = "# mine\n"


@pytest.fixture(scope="module")
def lesson(open_notebook):
    return open_notebook(LESSON)


def test_card_changes_from_wrong_to_right(lesson):
    card = lesson.check("rnn_cell_forward", OVER_BATCH)
    wrong = words(card.inner_text())
    assert "not yet right" in wrong
    assert "3 / 6" in wrong
    assert "✓ right" in words(card.locator("tr", has_text="a_next").inner_text())
    row = words(card.locator("tr", has_text="yt_pred").inner_text())
    assert "✗ wrong" in row
    assert "batch columns are independent" in row

    right = words(lesson.check("rnn_cell_forward", CELL).inner_text())
    assert "all right" in right
    assert "6 / 6" in right
    assert "✗" not in right


def test_error_is_a_card_that_names_the_line(lesson):
    card = words(lesson.check("rnn_cell_forward", RAISES).inner_text())
    assert "stopped by an error" in card
    assert "0 / 6" in card
    assert "ValueError" in card
    assert "line 4" in card
    assert "np.tanh(Wax @ xt.T" in card
    assert_only_a_card(lesson, "check-rnn_cell_forward")


@pytest.mark.long
def test_endless_loop_is_stopped_and_the_kernel_goes_on(lesson):
    card = words(lesson.check("rnn_cell_forward", ENDLESS).inner_text())
    assert "ran too long" in card
    assert_only_a_card(lesson, "check-rnn_cell_forward")
    assert "all right" in words(lesson.check("rnn_cell_forward", CELL).inner_text())


def assert_only_a_card(lesson, identity):
    """No traceback, nothing on stderr: one output, and it is the card."""
    outputs = lesson.cell(identity).locator(".jp-OutputArea-output")
    assert outputs.count() == 1
    assert outputs.locator(".rnn-card").count() == 1
    for kind in ("stderr", "error"):
        assert outputs.locator(f'[data-mime-type="application/vnd.jupyter.{kind}"]').count() == 0


@pytest.mark.parametrize("identity", ["setup", "check-rnn_cell_forward"])
def test_locked_cell_cannot_be_edited(lesson, identity):
    before = lesson.source(identity)
    lesson.paste(identity, "locked no more")
    assert "locked no more" not in lesson.cell(identity).locator(".cm-content").inner_text()

    lesson.paste("rnn_cell_forward", MINE)
    lesson.save()
    assert lesson.source(identity) == before
    assert lesson.source("rnn_cell_forward") == MINE


@pytest.mark.parametrize("identity", ["check-rnn_cell_forward", "rnn_cell_forward"])
def test_course_cell_cannot_be_deleted(lesson, identity):
    lesson.cell(identity).locator(".jp-InputPrompt").first.click()
    lesson.page.keyboard.press("d")
    lesson.page.keyboard.press("d")
    lesson.save()
    assert identity in [cell["id"] for cell in lesson.saved()]


def test_kernel_has_the_grader_of_its_own_course(lesson, lab):
    """Else a release would be tested with the repository's."""
    lesson.paste("demo-09", "import grader; print(grader.__file__)")
    assert Path(lesson.run("demo-09").inner_text().strip()).is_relative_to(lab.course)


def test_pages_ask_nobody_but_the_server(lesson, abroad):
    lesson.check("rnn_cell_forward", CELL)
    assert abroad == []


def test_slider_redraws_its_plot(open_notebook, abroad):
    """A slider needs the front end of ipywidgets, which JupyterLab must have of its own."""
    lesson = open_notebook(SLIDERS)
    lesson.run("demo-06")
    picture = lesson.cell("demo-06").locator("img")
    before = picture.get_attribute("src")
    lesson.cell("demo-06").locator(".widget-slider [role=slider]").focus()
    lesson.page.keyboard.press("ArrowRight")
    lesson.page.wait_for_function(
        "([picture, before]) => picture.isConnected == false || picture.src != before",
        arg=[picture.element_handle(), before],
    )
    assert abroad == []
