"""A puzzle of the bonus notebook in a browser: symptoms, the repair, the fold, both themes."""

from __future__ import annotations

import pytest
from driver import words
from test_themes import axe, unroll

from grader import bonus

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]

_, PUZZLES, _ = bonus.read(bonus.text())


@pytest.fixture(scope="module")
def game(open_notebook, own_folder):
    return open_notebook(f"{own_folder}/{bonus.PLACE.as_posix()}")


def play(game, puzzle, source):
    source = bonus.marked(puzzle, source)
    return words(game.check(f"puzzle-{puzzle.number:02}", source).inner_text())


def test_a_puzzle_goes_from_symptoms_to_found(game):
    puzzle = PUZZLES[0]
    wrong = play(game, puzzle, puzzle.wrong)
    assert "? not found yet" in wrong
    assert "0 of 12 found" in wrong
    assert "✗ wrong" in wrong
    assert "softmax" not in wrong
    right = play(game, puzzle, puzzle.right)
    assert "✓ found" in right
    assert "1 of 12 found" in right


def test_the_answer_is_folded_until_it_is_asked_for(game):
    cell = game.cell("line-puzzle-01")
    cell.scroll_into_view_if_needed()
    answer = cell.locator("details li").first
    assert not answer.is_visible()
    cell.locator("summary").click()
    answer.wait_for(state="visible")
    assert words(answer.inner_text()) == f"wrong: {bonus.the_line(PUZZLES[0])[0]}"


@pytest.mark.long
@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_nothing_in_it_shuts_readers_out(game, theme):
    game.run_all()
    game.theme(theme)
    unroll(game.page)
    assert game.page.locator(".rnn-card").count() == len(PUZZLES) + 1
    assert axe(game.page, ".rnn-card") == []
    assert game.complaints() == []
    game.page.set_viewport_size({"width": 1280, "height": 900})
    game.theme("Light")
