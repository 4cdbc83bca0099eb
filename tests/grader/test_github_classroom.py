"""Does the workflow for students' repositories do what docs/instructor.md says of it?

Its steps are run here by the same shell with the same options, on notebooks of a test's own. Only
pip is not: what it would have installed is there.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from answers import SOLUTIONS, edited

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "github-classroom.yml"
TEXT = FILE.read_text("utf-8")
WORKFLOW = yaml.safe_load(TEXT)
STEPS = WORKFLOW["jobs"]["check"]["steps"]
NOTEBOOK = "1_rnn/01_rnn_forward.ipynb"
PYTHON = f"""#!/bin/sh
if [ "$2" = pip ]; then echo "$@" >> "$RUNNER_TEMP/pip"; exit; fi
exec {sys.executable} "$@"
"""


@pytest.fixture
def repository(tmp_path):
    """Make a student's repository with notebooks in it: name -> answers, or what else is there."""

    def make(**notebooks):
        (tmp_path / "repository").mkdir()
        for name, content in notebooks.items():
            path = tmp_path / "repository" / "work" / "1_rnn" / f"{name}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content if isinstance(content, str) else filled(content), "utf-8")
        return tmp_path

    return make


def filled(answers):
    notebook = json.loads((ROOT / "notebooks" / NOTEBOOK).read_text("utf-8"))
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        cell["source"] = answers.get(name, cell["source"])
    return json.dumps(notebook)


def run(folder):
    """Run the workflow's own steps; give the exit code of the last one and what it shows."""
    (folder / "bin").mkdir()
    (folder / "temp").mkdir()
    (folder / "bin" / "python").write_text(PYTHON)
    (folder / "bin" / "python").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
    }
    for number, step in enumerate(step for step in STEPS if "run" in step):
        script = folder / f"{number}.sh"
        script.write_text(step["run"])
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=folder / "repository",
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
    return done.returncode, (folder / "summary.md").read_text("utf-8")


def test_it_needs_no_secret_and_may_only_read():
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert not re.search(r"secrets\.|token|password|://", TEXT, re.I)
    assert STEPS[0]["with"]["persist-credentials"] is False


def test_every_action_is_pinned_and_no_expression_is_put_into_a_script():
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert len(used) == 2
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)
    assert not any("${{" in step.get("run", "") for step in STEPS)
    assert WORKFLOW[True] == {"push": None, "workflow_dispatch": None}  # `on` is a boolean in YAML


def test_the_table_has_every_function_its_points_and_the_mistake(repository):
    wrong = edited("rnn_cell_forward", "softmax(Wya", "np.exp(Wya")
    folder = repository(**{"01_rnn_forward": {"rnn_cell_forward": wrong}})
    code, shown = run(folder)
    assert code == 0
    assert shown.startswith("## 3 of 14 points\n")
    cell, sequence = [line for line in shown.splitlines() if line.startswith(r"| 01\_rnn")]
    assert r"| rnn\_cell\_forward | 3 / 6 |" in cell
    assert cell.count(" | ") == 3
    assert "right" not in cell
    assert sequence == r"| 01\_rnn\_forward | rnn\_forward | 0 / 8 | not started yet |"
    assert "a self-check, not a grade" in shown
    assert "--requirement requirements.lock" in (folder / "temp" / "pip").read_text()


def test_all_right_is_said_and_a_notebook_that_cannot_be_read_turns_the_run_red(repository):
    folder = repository(**{"01_rnn_forward": SOLUTIONS, "02_rnn_backward": "{"})
    code, shown = run(folder)
    assert code == 1
    assert "## 14 of 14 points" in shown
    assert shown.count("| right |") == 2
    assert r"| 02\_rnn\_backward |  |  | " in shown


def test_what_a_students_code_says_is_neither_html_nor_a_column(repository):
    said = "def rnn_forward(x, a0, p):\n    raise ValueError('<b>|`x`\\n| a | b |')\n"
    _, shown = run(repository(**{"01_rnn_forward": {"rnn_forward": said}}))
    (line,) = [line for line in shown.splitlines() if "ValueError: " in line]
    assert "<b>" not in line
    assert len(re.findall(r"(?<!\\)\|", line)) == 5
    assert not re.search(r"(?<!\\)`", line)


def test_without_notebooks_it_says_where_they_come_from(repository):
    code, shown = run(repository())
    assert code == 0
    assert shown.startswith("There is no notebook in `work/` yet.")
