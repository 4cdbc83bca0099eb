"""Are the committed notebooks what the sources give, and can nbgrader read them?"""

import json
import re
from pathlib import Path

import nbformat
import pytest
from answers import REFERENCE

from grader import build, cli, stub
from grader.exercises import EXERCISES, of_lesson

ROOT = Path(__file__).parent.parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]_*/*.ipynb"))
LESSONS = sorted((ROOT / "solutions" / "lessons").glob("*.md"))

notebooks = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells_of(path):
    return json.loads(path.read_text("utf-8"))["cells"]


def source(cell):
    return "".join(cell["source"])


def test_a_rebuild_gives_the_committed_bytes():
    assert cli.main(["build", "--check"]) == 0


def test_two_builds_give_the_same_bytes():
    assert build.everything() == build.everything()


def test_a_notebook_that_was_changed_by_hand_is_noticed(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(build, "NOTEBOOKS", tmp_path)
    build.main()
    (tmp_path / "1_rnn" / "01_rnn_forward.ipynb").write_text("{}")
    (tmp_path / "1_rnn" / "images" / "old.svg").write_text("")
    capsys.readouterr()
    assert build.main(check=True) == 1
    said = capsys.readouterr().out
    assert "01_rnn_forward.ipynb" in said
    assert "old.svg" in said


@notebooks
def test_a_notebook_is_valid_and_has_no_outputs(path):
    notebook = nbformat.read(path, 4)
    nbformat.validate(notebook)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


@notebooks
def test_every_exercise_of_the_lesson_has_a_stub_and_a_locked_check(path):
    by_id = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in cells_of(path)
        if "nbgrader" in cell["metadata"]
    }
    names = [exercise.name for exercise in of_lesson(path.stem)]
    assert [*by_id] == ["setup", *(name for n in names for name in (n, f"check_{n}"))]
    for name in names:
        answer, check = by_id[name], by_id[f"check_{name}"]
        assert source(answer) == stub.cut(REFERENCE.source(name)).rstrip("\n")
        assert answer["metadata"]["nbgrader"]["solution"]
        assert not answer["metadata"]["nbgrader"]["locked"]
        assert source(check) == f'check("{name}")'
        assert check["metadata"]["nbgrader"]["points"] == EXERCISES[name].points
        assert check["metadata"]["nbgrader"]["locked"]
        assert check["metadata"]["editable"] is False


@notebooks
def test_checksums_are_those_of_nbgrader(path):
    from nbgrader.utils import compute_checksum

    for cell in nbformat.read(path, 4).cells:
        if "nbgrader" in cell.metadata:
            assert cell.metadata.nbgrader.checksum == compute_checksum(cell)


@notebooks
def test_every_image_stands_beside_its_notebook(path):
    shown = re.findall(r"\]\((images/[^)]+)\)", path.read_text("utf-8"))
    assert shown
    for image in shown:
        assert (path.parent / image).read_bytes() == (ROOT / image).read_bytes()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_every_exercise_has_three_hints_and_every_lesson_its_recap(lesson):
    text = lesson.read_text("utf-8")
    places = re.split(r"^::exercise ", text, flags=re.M)[1:]
    assert [place.split()[0] for place in places] == [e.name for e in of_lesson(lesson.stem)]
    for place in places:
        hints = re.findall(r"<summary>(Hint [123])", place)
        assert hints == ["Hint 1", "Hint 2", "Hint 3"]
    assert re.search(r"^## (Recap|Three questions)", text, re.M)
    assert re.search(r"If your (gradient|answer)", text)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_no_formula_breaks_in_jupyterlab(lesson):
    text = lesson.read_text("utf-8")
    displays = re.findall(r"\$\$(.*?)\$\$", text, re.S)
    assert displays
    for formula in displays:
        assert "\n\n" not in formula
        assert r"\begin{align}" not in formula
        assert formula.count(r"\begin") == formula.count(r"\end")
    assert len(re.findall(r"<details>", text)) == len(re.findall(r"</details>", text))
