"""One answer, three doors: the notebook's check cell, `grader check` and pytest say the same.

Eight files hold all thirteen functions each. The first is right, the second untouched; in the
others every function has a mistake of the bank, another in each file.
"""

import json
import subprocess
import sys

import nbformat
import pytest
from answers import file_of, variant
from nbclient import NotebookClient

from grader import build, notebook_file
from grader.exercises import EXERCISES

SETUP = "# Setup: x\nimport numpy as np\nfrom grader import check\n"
GIVEN = "from grader.given import sigmoid, softmax\n"


def by_notebook(functions, folder):
    """Run all functions and their check cells in a kernel, and read the numbers and cards."""
    cells = [notebook_file.code(SETUP, "setup", {})]
    for name, source in functions.items():
        if name == "rnn_cell_forward":
            cells.append(notebook_file.code("# Setup: later lessons\n" + GIVEN, "given", {}))
        cells += [notebook_file.code(source, name, {}), build.check_cell(name)]
    notebook = notebook_file.of_cells(cells)
    notebook = nbformat.reads(json.dumps(notebook), 4)
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": folder}}).execute()
    points = {}
    for cell in notebook.cells:
        if cell.id.startswith("check-"):
            (output,) = cell.outputs
            points[cell.id.removeprefix("check-")] = float(output.data["text/plain"])
    return points


def by_command(path):
    command = [sys.executable, "-m", "grader", "check", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)["exercises"], done.returncode


def by_pytest(path):
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", "-q"]
    command += ["--submission", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=path.parent, check=False)
    lines = [line.split("::") for line in done.stdout.split("\n") if "::" in line]
    passed = {name.split(" - ")[0] for kind, name in lines if kind.startswith("PASSED")}
    failed = {name.split(" - ")[0] for kind, name in lines if kind.startswith("FAILED")}
    return passed, failed


@pytest.mark.parametrize(
    "number", [0, 1, 2, *(pytest.param(n, marks=pytest.mark.long) for n in range(3, 8))]
)
def test_three_doors_agree(number, tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    path = tmp_path / "answer.py"
    path.write_text(file_of(*variant(number).values()))

    report, code = by_command(path)
    assert [*report] == [*EXERCISES]
    assert (code == 0) == all(e["points"] == e["max_points"] for e in report.values())

    points = by_notebook(variant(number), tmp_path)
    assert points == {name: verdict["points"] for name, verdict in report.items()}

    passed, failed = by_pytest(path)
    for name, verdict in report.items():
        for output, status in verdict["outputs"].items():
            assert (f"{name}[{output}]" in passed) == (status["status"] == "right")
            assert (f"{name}[{output}]" in failed) == (status["status"] != "right")
        tests = {f"{name}[{output}]" for output in [*verdict["outputs"], "inputs unchanged"]}
        assert tests <= passed | failed
        assert (tests <= passed) == (verdict["status"] == "correct")
