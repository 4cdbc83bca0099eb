"""The bonus notebook: every puzzle is wrong, can be repaired, names no mistake, and stays here."""

import html
import json
import re
from collections import Counter
from pathlib import Path

import nbformat
import numpy as np
import pytest
from answers import REFERENCE
from nbclient import NotebookClient

from grader import bonus, build, lab, release
from grader.exercises import EXERCISES
from grader.study import puzzles
from grader.submission import Piece, Unusable, from_pieces, read
from solutions import lstm
from solutions.mistakes import FAMILIES, of

BEFORE, PUZZLES, AFTER = bonus.read(bonus.text())
NOTEBOOK = lab.NOTEBOOKS / bonus.PLACE
GATES = ("rnn", "lstm")

each = pytest.mark.parametrize("puzzle", PUZZLES, ids=lambda p: f"{p.number}-{p.name}")


@pytest.fixture
def kernel(cell, monkeypatch):
    """Run cells as a new kernel would, which has found nothing yet."""
    monkeypatch.setattr(puzzles, "GAME", puzzles.Game())
    cell("from grader import check, failing_case\nfrom grader.study.puzzles import *")
    return cell


def marked(puzzle, source):
    return f"# Puzzle {puzzle.number} of {puzzle.total}: {puzzle.name}\n{source}"


def plain(card):
    """Give the words of a card's HTML."""
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", card._repr_html_()))


def known(puzzle):
    """Give the mistake of a puzzle, from the bank."""
    source = REFERENCE.source(puzzle.name)
    return next(
        m
        for m in of(puzzle.name)
        if source.count(m.old) == 1 and bonus.shown(source.replace(m.old, m.new)) == puzzle.wrong
    )


def test_twelve_puzzles_are_about_all_eight_functions_and_at_most_two_about_one():
    counts = Counter(puzzle.name for puzzle in PUZZLES)
    assert len(PUZZLES) == 12
    assert set(counts) == {name for name in EXERCISES if name.startswith(GATES)}
    assert max(counts.values()) == 2


def test_they_get_harder_and_no_kind_of_mistake_comes_twice():
    difficulties = [puzzle.difficulty for puzzle in PUZZLES]
    assert difficulties == sorted(difficulties)
    families = [known(puzzle).family for puzzle in PUZZLES]
    assert len(set(families)) == 12
    assert set(families) <= set(FAMILIES)


@each
def test_the_card_shows_wrong_outputs_and_not_what_is_wrong(puzzle, kernel):
    kernel(marked(puzzle, puzzle.wrong))
    card = kernel(f"puzzle({puzzle.number})")
    mistake = known(puzzle)
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
    mistake = known(puzzle)
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
        7: ["60 of 84 entries, first at step 1"],
        10: ["72 of 84 entries, first at step 1"],
        12: ["c_prev of step 1: should be 0"],
    }
    for puzzle in PUZZLES:
        kernel(marked(puzzle, puzzle.wrong))
        card = kernel(f"puzzle({puzzle.number})")
        for words in quoted.get(puzzle.number, ()):
            assert words in re.sub(r"\s+", " ", str(card))
        broken_laws = "independent" in str(card)
        assert broken_laws == (puzzle.number == 1)


def test_a_swapped_cache_spares_the_two_gradients_that_puzzle_8_names():
    rng = np.random.default_rng(3)
    da, dc, a, c, a0, c0, cct = rng.standard_normal((7, 4, 2))
    ft, it, ot = rng.random((3, 4, 2))
    xt = rng.standard_normal((3, 2))
    parameters = {f"W{gate}": rng.standard_normal((4, 7)) for gate in "fico"}
    right, wrong = (
        lstm.lstm_cell_backward(da, dc, (a, c, a0, c0, *gates, cct, ot, xt, parameters))
        for gates in ((ft, it), (it, ft))
    )
    assert {n for n in right if np.allclose(right[n], wrong[n])} == {"dWo", "dbo"}


def test_a_rebuild_gives_the_committed_bytes():
    assert bonus.files() == {bonus.PLACE: NOTEBOOK.read_bytes()}


def test_the_code_is_the_banks_and_each_fold_shows_the_one_line():
    saved = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    cells = {cell["id"]: "".join(cell["source"]) for cell in saved}
    for puzzle in PUZZLES:
        name = f"puzzle-{puzzle.number:02}"
        was, right = bonus.the_line(puzzle)
        assert cells[name].rstrip() == marked(puzzle, puzzle.wrong).rstrip()
        assert cells[name].count(was) == 1
        assert right not in [line.strip() for line in cells[name].split("\n")]
        assert cells[f"check-{name}"] == f"puzzle({puzzle.number})"
        assert f"* wrong: `{was}`\n* right: `{right}`\n" in cells[f"line-{name}"]
        assert "<details><summary>The line</summary>" in cells[f"line-{name}"]


def test_the_notebook_is_valid_without_outputs_and_is_no_assignment():
    notebook = nbformat.read(NOTEBOOK, 4)
    nbformat.validate(notebook)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    assert not any(cell.get("outputs") or "nbgrader" in cell.metadata for cell in notebook.cells)


@pytest.mark.parametrize("solved", [False, True], ids=["as handed out", "repaired"])
def test_it_runs_from_top_to_bottom_in_a_real_kernel(tmp_path, monkeypatch, solved):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    lab.copy_to(tmp_path / "work")
    place = tmp_path / "work" / bonus.PLACE
    notebook = nbformat.read(place, 4)
    for puzzle in PUZZLES if solved else ():
        (own,) = (c for c in notebook.cells if c.id == f"puzzle-{puzzle.number:02}")
        own.source = marked(puzzle, puzzle.right)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": place.parent}}).execute()
    outputs = [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    assert {o.output_type for o in outputs} == {"execute_result"}
    *cards, score = [o.data["text/plain"] for o in outputs]
    assert len(cards) == 12
    assert all(("not found yet" in card) != solved for card in cards)
    assert score.startswith("12 of 12" if solved else "0 of 12")


def test_make_lab_copies_it_to_the_learners_folder(tmp_path):
    assert tmp_path / bonus.PLACE in lab.copy_to(tmp_path)


def test_a_release_has_nothing_of_it(unpacked):
    assert bonus.PLACE not in build.everything()
    words = ("bonus", bonus.NAME, "puzzles", "puzzle_card")
    names = [path.relative_to(unpacked) for path in unpacked.rglob("*")]
    assert not [n for n in names if any(word in part for part in n.parts for word in words)]
    for path in unpacked.rglob("*"):
        if path.is_file() and path.suffix in (".md", ".ipynb", ".toml"):
            assert bonus.NAME not in path.read_text("utf-8")


def test_the_search_for_leaks_would_stop_a_release_that_had_it():
    for path, content in bonus.files().items():
        with pytest.raises(release.Leak):
            release.search({f"notebooks/{path.as_posix()}": content})


def test_nbgraders_source_has_nothing_of_it(tmp_path):
    build.main(solved=tmp_path)
    assert {path.parent.name for path in tmp_path.rglob("*.ipynb")} == {"1_rnn", "2_lstm"}


def test_no_door_takes_a_puzzle_for_an_answer():
    with pytest.raises(Unusable, match="holds none of the course's exercises"):
        read(NOTEBOOK)
    mine = Piece("code cell 1", PUZZLES[0].right)
    theirs = Piece("code cell 2", marked(PUZZLES[0], PUZZLES[0].wrong))
    code = from_pieces([mine, theirs])
    assert [piece for piece, _ in code.pieces] == [mine]


def test_a_call_that_goes_wrong_can_be_looked_at(kernel):
    puzzle = PUZZLES[2]
    kernel(marked(puzzle, puzzle.wrong))
    assert set(kernel('failing_case("rnn_forward")')) == {"x", "a0", "parameters"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("softmax-over-batch", "softmax-over-bath", "has no known mistake `softmax-over-bath`"),
        ("softmax-over-batch", "softmax-over-everything", "is not one wrong line"),
        ("::card", "", "have to stand in it"),
    ],
)
def test_a_slip_of_the_author_is_named(old, new, said):
    with pytest.raises(ValueError, match=f"puzzle 1: .*{said}"):
        list(bonus.cells(bonus.text().replace(old, new, 1)))


def test_every_puzzle_has_its_texts_and_no_formula_breaks():
    for puzzle in PUZZLES:
        assert all((puzzle.scene, puzzle.question.strip(), puzzle.reason))
        assert "?" in puzzle.question
    assert bonus.text().count("$") % 2 == 0
    assert Path(bonus.PLACE).parts == ("bonus", "find_the_bug.ipynb")
