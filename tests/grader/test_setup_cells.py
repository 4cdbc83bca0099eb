"""Has a learner everything at hand that the README and the cards tell them to call?"""

import ast
import re
from pathlib import Path

import pytest

from grader import lesson

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
LESSONS = sorted((ROOT / "solutions" / "lessons").glob("*.md"))


def called():
    block = re.search(r"## In a notebook.*?```python\n(.*?)```", README.read_text("utf-8"), re.S)
    return set(re.findall(r"^(\w+)\(", block[1], re.M))


def test_the_readme_shows_calls():
    assert {"check", "failing_case", "hint", "reveal", "progress"} <= called()


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_the_setup_cell_imports_whatever_the_readme_calls(path):
    source = next(
        block.source
        for block in lesson.read(path.read_text("utf-8"), path.stem)
        if isinstance(block, lesson.Block) and block.kind == "setup"
    )
    imported = {
        name.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module == "grader"
        for name in node.names
    }
    assert called() <= imported
