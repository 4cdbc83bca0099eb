"""Puzzles of the bonus notebook as they are played: symptoms, repair, hints, score."""

import html
import re

import pytest

from grader import bonus
from grader.bonus import marked
from grader.exercises import EXERCISES
from grader.study import puzzles

_, PUZZLES, _ = bonus.read(bonus.text())

each = pytest.mark.parametrize("puzzle", PUZZLES, ids=lambda p: f"{p.number}-{p.name}")


@pytest.fixture
def kernel(cell, monkeypatch):
    """Run cells as a new kernel would, which has found nothing yet."""
    monkeypatch.setattr(puzzles, "GAME", puzzles.Game())
    cell("from grader import check, failing_case\nfrom grader.study.puzzles import *")
    return cell


def plain(card):
    """Give the words of a card's HTML."""
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", card._repr_html_()))


@each
def test_the_card_shows_wrong_outputs_and_not_what_is_wrong(puzzle, kernel):
    kernel(marked(puzzle, puzzle.wrong))
    card = kernel(f"puzzle({puzzle.number})")
    mistake = puzzle.mistake
    wrong = {output.name for output in card.verdict.outputs if output.status == "wrong"}
    assert wrong == set(mistake.spoils)
    assert not card.found
    for shown in (str(card), plain(card)):
        assert "not found yet" in shown
        for secret in (mistake.title, *mistake.hints, mistake.reread):
            assert secret not in shown
    assert [m["title"] for m in card.verdict.mistakes] == [mistake.title]  # known, but not said


@each
def test_the_repaired_function_is_found(puzzle, kernel):
    kernel(marked(puzzle, puzzle.right))
    card = kernel(f"puzzle({puzzle.number})")
    assert card.verdict.points == EXERCISES[puzzle.name].points
    assert "1</strong> of 12 found" in card._repr_html_()
    assert "found, 1 of 12 found" in str(card)


@each
def test_hints_climb_from_a_question_to_the_formula_without_the_title(puzzle, kernel):
    kernel(marked(puzzle, puzzle.wrong))
    mistake = puzzle.mistake
    for level in (1, 2, 3):
        hint = kernel(f"hint({puzzle.number})")
        assert tuple(said for _, said in hint.rungs) == mistake.hints[:level]
        assert mistake.title not in str(hint)
        assert mistake.title not in plain(hint)


def test_each_check_judges_the_cell_above_it_although_another_defines_the_same_function(kernel):
    first, second = (p for p in PUZZLES if p.name == "rnn_cell_forward")
    kernel(marked(first, first.right))
    kernel(marked(second, second.wrong))
    assert kernel(f"puzzle({first.number})").solved
    assert not kernel(f"puzzle({second.number})").solved
    kernel(marked(second, second.right))
    kernel(marked(first, first.wrong))
    assert kernel(f"puzzle({second.number})").solved
    again = kernel(f"puzzle({first.number})")
    assert (again.solved, again.found, again.count) == (False, True, 2)
    assert "found before, not right now" in str(again)


def test_the_score_counts_what_is_found(kernel):
    assert "none found" in str(kernel("score()"))
    for puzzle in PUZZLES[:5]:
        kernel(marked(puzzle, puzzle.right))
        kernel(f"puzzle({puzzle.number})")
    score = kernel("score()")
    assert str(score) == "5 of 12 found. Still open: 6, 7, 8, 9, 10, 11, 12."
    assert "<strong>5 of 12</strong> found" in score._repr_html_()
    for puzzle in PUZZLES[5:]:
        kernel(marked(puzzle, puzzle.right))
        last = kernel(f"puzzle({puzzle.number})")
    assert "That was the last one" in str(last)
    assert str(kernel("score()")) == "12 of 12 found. None is left."


def test_a_puzzle_that_was_not_run_says_so(kernel):
    for asked in ("puzzle(3)", "hint(3)"):
        said = str(kernel(asked))
        assert "Run the cell above first" in said
        assert "Run the cell above first" in plain(kernel(asked))
        assert "# Puzzle 3 of" in said


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (("@ xt", "@ xt.T"), "stopped by an error"),
        (("return a_next", "return nothing, a_next"), "NameError"),
        (("def ", "deff "), "is not defined"),
    ],
)
def test_a_slip_in_the_repair_is_named_with_its_line(kernel, broken, said):
    puzzle = PUZZLES[0]
    kernel(marked(puzzle, puzzle.right.replace(*broken)))
    card = kernel("puzzle(1)")
    assert not card.found
    assert said in str(card)
    assert said in card._repr_html_()
    assert kernel("hint(1)").rungs or "not defined" in str(card)


def test_numbers_that_a_question_quotes_are_on_its_card(kernel):
    """A learner is asked why exactly this number stands there."""
    quoted = {
        1: ["one example's column changes when other examples"],
        2: ["by up to 2 times the largest entry"],
        3: ["a_prev of step 1: off by up to the size of the largest entry"],
        6: ["with the forget gate open and the input gate shut, c does not stay"],
        7: ["60 of 84 entries, at steps 1 to 5"],
        10: ["72 of 84 entries, at steps 1 to 6"],
        12: ["c_prev of step 1: should be 0"],
    }
    for puzzle in PUZZLES:
        kernel(marked(puzzle, puzzle.wrong))
        card = kernel(f"puzzle({puzzle.number})")
        for words in quoted.get(puzzle.number, ()):
            assert words in re.sub(r"\s+", " ", str(card))
        broken_laws = "independent" in str(card)
        assert broken_laws == (puzzle.number == 1)


def test_a_call_that_goes_wrong_can_be_looked_at(kernel):
    puzzle = PUZZLES[2]
    kernel(marked(puzzle, puzzle.wrong))
    assert set(kernel('failing_case("rnn_forward")')) == {"x", "a0", "parameters"}
