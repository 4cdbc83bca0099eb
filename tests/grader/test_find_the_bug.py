"""The bonus notebook: made of the bank, it runs, and no class gets it."""

import json
from collections import Counter

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from grader import bonus, build, lab, release
from grader.bonus import marked
from grader.exercises import EXERCISES
from grader.submission import Piece, Unusable, from_pieces, read
from solutions import lstm
from solutions.mistakes import FAMILIES

_, PUZZLES, _ = bonus.read(bonus.text())
NOTEBOOK = lab.NOTEBOOKS / bonus.PLACE
NETWORKS = ("rnn", "lstm")


def test_twelve_puzzles_are_about_all_eight_functions_and_at_most_two_about_one():
    counts = Counter(puzzle.name for puzzle in PUZZLES)
    assert len(PUZZLES) == 12
    assert set(counts) == {name for name in EXERCISES if name.startswith(NETWORKS)}
    assert max(counts.values()) == 2


def test_they_get_harder_and_no_kind_of_mistake_comes_twice():
    difficulties = [puzzle.difficulty for puzzle in PUZZLES]
    assert difficulties == sorted(difficulties)
    families = [puzzle.mistake.family for puzzle in PUZZLES]
    assert len(set(families)) == 12
    assert set(families) <= set(FAMILIES)


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


@pytest.mark.xdist_group("release")
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
