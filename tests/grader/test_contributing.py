"""Does the worked example of CONTRIBUTING.md give an exercise, exactly as it stands there?

Its code blocks are carried out in a copy of the repository, so that text and grader cannot drift.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
NAME = "sequence_loss"
STEP = re.compile(
    r"^\*\*\d\. `(?P<file>[\w/.]+)`\*\*, (?P<place>[^`\n]+?)(?: `(?P<line>[^\n]+)`)?:\n\n"
    r"```\w+\n(?P<text>.*?)^```$",
    re.M | re.S,
)


@dataclass(frozen=True)
class Step:
    """One block of the example, and where it goes."""

    file: str
    place: str
    line: str | None
    text: str

    def carry_out(self, root: Path) -> None:
        path = root / self.file
        if self.place == "a new file":
            assert not path.exists(), f"{self.file} is there already"
            path.write_text(self.text, "utf-8")
            return
        lines = path.read_text("utf-8").splitlines(keepends=True)
        if self.place == "at the end":
            lines += ["\n", "\n", self.text]
        elif self.place == "instead of the last line":
            lines[-1] = self.text
        else:
            assert self.place == "below the line", f"what does {self.place!r} mean?"
            found = [n for n, line in enumerate(lines, 1) if line.rstrip().endswith(self.line)]
            assert len(found) == 1, f"{self.file} has {len(found)} lines {self.line}"
            lines.insert(found[0], self.text)
        path.write_text("".join(lines), "utf-8")


STEPS = [Step(**step.groupdict()) for step in STEP.finditer(PAGE)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Copy the repository, carry out every step there, and build its notebooks."""
    root = tmp_path_factory.mktemp("repository")
    for folder in ("grader", "solutions", "images"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, root / folder, ignore=ignored)
    for settings in ROOT.glob("*.toml"):
        shutil.copy(settings, root)
    for step in STEPS:
        step.carry_out(root)
    done = grader(root, "build")
    assert done.returncode == 0, done.stderr
    return root


def run(root, *command):
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        capture_output=True,
        text=True,
        cwd=root,
        env=environment,
        check=False,
    )


def grader(root, *arguments):
    return run(root, "grader", *arguments)


def checked(root, source):
    """Hand a file in at the copy, and give the verdict on the new exercise."""
    (root / "handed_in.py").write_text(source, "utf-8")
    done = grader(root, "check", "handed_in.py", "--json")
    assert done.stderr == ""
    return json.loads(done.stdout)["exercises"][NAME]


def cells(root):
    """Give the new cells of the built notebook by their grade_id, and in order."""
    notebook = json.loads((root / "notebooks/1_rnn/02_rnn_backward.ipynb").read_text("utf-8"))
    known = [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
    return {cell["metadata"]["nbgrader"]["grade_id"]: "".join(cell["source"]) for cell in known}


def block(file):
    (text,) = [step.text for step in STEPS if step.file == file]
    return text


def test_every_step_of_the_example_is_found():
    assert len(STEPS) == len(re.findall(r"^\*\*\d\. ", PAGE, re.M)) >= 5
    assert {"solutions/rnn.py", "grader/exercises/rnn.py", "answer.py"} <= {s.file for s in STEPS}


def test_the_line_that_is_replaced_only_gains_the_new_exercise():
    before = (ROOT / "grader/exercises/rnn.py").read_text("utf-8").splitlines()[-1]
    after = block("grader/exercises/rnn.py").splitlines()[-1]
    assert after == before.removesuffix(")") + ", SEQUENCE_LOSS)"


def test_the_example_takes_about_ten_statements():
    asked = [step for step in STEPS if step.file.endswith(".py") and step.line is None]
    trees = [ast.parse(step.text) for step in asked if step.file != "answer.py"]
    statements = [
        node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and not is_docstring(node)
    ]
    assert len(statements) <= 12


def is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_the_new_exercise_has_a_stub_and_a_check_in_its_notebook(copy):
    found = cells(copy)
    assert f'def {NAME}(y_pred, y):\n    """Say with one number' in found[NAME]
    assert found[NAME].endswith("...  # YOUR CODE HERE")
    assert "np.log" not in found[NAME]
    assert found[f"check_{NAME}"] == f'check("{NAME}")'
    assert [*found][-2:] == [NAME, f"check_{NAME}"]


def test_the_solution_gets_full_marks(copy):
    verdict = checked(copy, "import numpy as np\n\n\n" + block("solutions/rnn.py"))
    assert (verdict["status"], verdict["points"], verdict["max_points"]) == ("correct", 2, 2)


def test_the_stub_is_not_started(copy):
    verdict = checked(copy, cells(copy)[NAME])
    assert (verdict["status"], verdict["points"]) == ("not_started", 0)


def test_the_wrong_answer_loses_marks_and_its_mistake_is_named(copy):
    verdict = checked(copy, block("answer.py"))
    assert (verdict["status"], verdict["points"]) == ("wrong", 0)
    (mistake,) = verdict["mistakes"]
    assert mistake["id"] == "mean-over-steps"
    assert f"*{mistake['title']}*" in PAGE


def test_an_answer_in_another_style_gets_full_marks(copy):
    wrong = block("answer.py")
    right = wrong.replace("-np.mean(", "-np.sum(").rstrip() + " / len(y[0])\n"
    assert checked(copy, right)["status"] == "correct"


def test_the_code_of_the_example_passes_the_lint(copy):
    done = run(copy, "ruff", "check", "grader", "solutions")
    assert done.returncode == 0, done.stdout + done.stderr
