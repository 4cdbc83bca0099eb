"""Do the notebooks run from top to bottom in a real kernel: solved, and as they are handed out?"""

import copy
import json
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from grader import build, lab
from grader.exercises import of_lesson

NOTEBOOKS = sorted(lab.NOTEBOOKS.glob("[0-9]_*/*.ipynb"))


@pytest.fixture(scope="module")
def solved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("solved")
    build.main(solved=folder)
    return folder


def run(path: Path, monkeypatch):
    """Run a notebook in its own folder and give its code cells."""
    monkeypatch.setenv("IPYTHONDIR", str(path.parent / "ipython"))
    notebook = nbformat.read(path, 4)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": path.parent}})
    client.execute()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(cells, kind, **wanted):
    found = [output for cell in cells for output in cell.outputs if output.output_type == kind]
    return [o for o in found if all(o.get(key) == value for key, value in wanted.items())]


def points(cells):
    """Give the number that every check cell shows, by exercise."""
    return {
        cell.metadata.nbgrader.grade_id.removeprefix("check_"): float(
            outputs([cell], "execute_result")[0].data["text/plain"]
        )
        for cell in cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }


@pytest.mark.parametrize("name", [path.stem for path in NOTEBOOKS])
def test_a_solved_notebook_gets_full_marks_and_writes_nothing_to_stderr(name, solved, monkeypatch):
    cells = run(next(solved.glob(f"*/{name}.ipynb")), monkeypatch)
    assert outputs(cells, "stream", name="stderr") == []
    assert outputs(cells, "error") == []
    assert points(cells) == {exercise.name: exercise.points for exercise in of_lesson(name)}


@pytest.mark.parametrize("name", [path.stem for path in NOTEBOOKS])
def test_run_all_on_a_fresh_notebook_ends_without_an_exception(name, tmp_path, monkeypatch):
    lab.copy_to(tmp_path)
    cells = run(next(tmp_path.glob(f"*/{name}.ipynb")), monkeypatch)
    assert outputs(cells, "stream", name="stderr") == []
    assert outputs(cells, "error") == []
    assert set(points(cells).values()) == {0.0}


def test_a_notebook_alone_in_a_strange_folder_still_runs(tmp_path, monkeypatch):
    path = tmp_path / "renamed.ipynb"
    path.write_bytes(next(p for p in NOTEBOOKS if p.stem == "02_rnn_backward").read_bytes())
    cells = run(path, monkeypatch)
    assert outputs(cells, "stream", name="stderr") == []
    said = "".join(output.text for output in outputs(cells, "stream", name="stdout"))
    assert "01_rnn_forward.ipynb is not here" in said


def test_solved_and_released_notebooks_differ_in_the_answers_alone(solved):
    for path in NOTEBOOKS:
        given = json.loads(path.read_text("utf-8"))
        full = copy.deepcopy(
            json.loads((solved / path.relative_to(lab.NOTEBOOKS)).read_text("utf-8"))
        )
        names = {exercise.name for exercise in of_lesson(path.stem)}
        for cell, filled in zip(given["cells"], full["cells"], strict=True):
            if cell["id"] in names:
                assert "# BEGIN SOLUTION" in "".join(filled["source"])
            else:
                assert cell == filled
