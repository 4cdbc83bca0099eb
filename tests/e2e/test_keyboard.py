"""From an open JupyterLab to a green card, and to a moved slider, without a mouse."""

from __future__ import annotations

from functools import partial

import pytest
from driver import SOON, Notebook, words
from solved import CELL
from typist import Typist

pytestmark = [pytest.mark.e2e, pytest.mark.long]

LESSON = "1_rnn/01_rnn_forward.ipynb"
SLIDERS = "1_rnn/00_sequences_and_tools.ipynb"
TABS = 20
COUNT_POINTERS = "pointers = 0; addEventListener('pointerdown', () => pointers += 1, true)"
FOCUS = "() => document.activeElement.getAttribute('role')"


@pytest.fixture
def opened(lab, own_folder, new_page):
    """Open a notebook from the first page of the course, through the command palette."""

    def opened(path: str) -> Notebook:
        page = new_page()
        page.add_init_script(COUNT_POINTERS)
        page.goto(f"{lab.address}/lab/workspaces/keyboard?token={lab.token}")
        page.wait_for_selector(".jp-DirListing-item")
        page.keyboard.press("Control+Shift+C")
        page.wait_for_selector(".lm-CommandPalette-input:focus")
        page.keyboard.type("Open from Path")
        page.wait_for_selector('.lm-CommandPalette-item.lm-mod-active[data-command*="open-path"]')
        page.keyboard.press("Enter")
        page.wait_for_selector(".jp-Dialog input:focus")
        page.keyboard.type(f"{own_folder}/{path}")
        page.keyboard.press("Enter")
        return Notebook(page, lab.work / own_folder / path)

    return opened


def go_to(lesson: Notebook, identity: str) -> None:
    """Walk to a cell with the arrow keys."""
    wanted = lesson.order.index(identity)
    while (here := active(lesson)) != wanted:
        lesson.insist(partial(leave, lesson, here, "ArrowDown" if here < wanted else "ArrowUp"))


def leave(lesson: Notebook, here: int, key: str) -> None:
    lesson.page.keyboard.press(key)
    other = f'.jp-Cell.jp-mod-active:not([data-windowed-list-index="{here}"])'
    lesson.page.wait_for_selector(other, timeout=SOON)


def active(lesson: Notebook) -> int:
    cell = lesson.page.locator(".jp-Notebook .jp-Cell.jp-mod-active")
    return int(cell.get_attribute("data-windowed-list-index"))


def run_with_keys(lesson: Notebook, identity: str) -> None:
    go_to(lesson, identity)
    prompt = lesson.cell(identity).locator(".jp-InputPrompt").first
    lesson.start(lambda: lesson.page.keyboard.press("Control+Enter"), prompt)


def test_first_exercise_is_solved_without_a_mouse(opened):
    lesson = opened(LESSON)
    press = lesson.page.keyboard.press
    run_with_keys(lesson, "setup")
    go_to(lesson, "rnn_cell_forward")
    press("Enter")
    press("Control+a")
    press("Delete")
    Typist(lesson.page).write(CELL)
    press("Shift+Enter")
    press("Shift+Enter")
    card = lesson.card("rnn_cell_forward")
    card.wait_for()
    assert "6 / 6" in words(card.inner_text())
    assert "good" in card.get_attribute("class")
    assert lesson.page.evaluate("pointers") == 0


def test_slider_is_reached_and_moved_without_a_mouse(opened):
    lesson = opened(SLIDERS)
    run_with_keys(lesson, "setup")
    run_with_keys(lesson, "demo-06")
    picture = lesson.cell("demo-06").locator("img")
    picture.wait_for()
    before = picture.get_attribute("alt")
    for _ in range(TABS):
        if lesson.page.evaluate(FOCUS) == "slider":
            break
        lesson.page.keyboard.press("Tab")
    lesson.page.keyboard.press("ArrowRight")
    lesson.cell("demo-06").locator(f'img:not([alt="{before}"])').wait_for()
    assert lesson.page.evaluate("pointers") == 0
