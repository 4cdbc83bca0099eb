"""Do ERRATA.md and its tests name each other, and do the lessons keep to what it says?"""

import ast
import re
from pathlib import Path

import numpy as np
import pytest

from solutions.rnn import rnn_backward, rnn_cell_backward, rnn_forward

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "notebooks" / "ERRATA.md").read_text("utf-8")
NAMED = {(file, name) for file, name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)}
LESSONS = {
    path.name[:2]: path.read_text("utf-8") for path in (ROOT / "solutions/lessons").glob("*.md")
}
ENTRIES = re.split(r"^### ", PAGE, flags=re.M)[1:]


def functions_of(file):
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_test_that_the_page_names_exists():
    assert NAMED
    assert not [(file, name) for file, name in NAMED if name not in functions_of(file)]


def test_the_page_names_every_test_that_was_written_for_it():
    file = "tests/solutions/test_errata.py"
    written = {name for name in functions_of(file) if name.startswith("test_")}
    assert written <= {name for place, name in NAMED if place == file}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.split("\n")[0])
def test_an_entry_has_its_four_parts_and_a_test(entry):
    parts = re.findall(r"^\* \*\*(.+?):\*\*", entry, re.M)
    assert parts == ["Often written", "Right is", "Why", "Shown by"]
    assert "::test_" in entry.split("**Shown by:**")[1]


def test_entries_are_numbered_one_after_the_other():
    numbers = [int(entry.split(".")[0]) for entry in ENTRIES]
    assert numbers == list(range(1, len(numbers) + 1))


def test_an_entry_that_another_one_points_to_exists():
    pointed_to = {int(n) for n in re.findall(r"entry (\d+)", PAGE)}
    assert pointed_to <= set(range(1, len(ENTRIES) + 1))


def test_no_formula_of_the_page_breaks_in_jupyterlab_or_on_github():
    prose = re.sub(r"`[^`\n]*`", "", PAGE)  # code may show what breaks
    displays = re.findall(r"\$\$(.*?)\$\$", prose, re.S)
    assert displays
    for formula in displays:
        assert "\n\n" not in formula
        assert r"\begin{align}" not in formula
        assert formula.count(r"\begin") == formula.count(r"\end")
    inline = re.findall(r"\$(.+?)\$", re.sub(r"\$\$.*?\$\$", "", prose, flags=re.S), re.S)
    # GitHub takes a backslash before punctuation for an escape of Markdown, also in a formula.
    assert not [formula for formula in inline if re.search(r"\\[,;!{}|_*]", formula)]


@pytest.mark.parametrize("lesson", sorted(LESSONS))
def test_the_lessons_use_one_sign_for_one_thing(lesson):
    odd = (r"\Gamma_0", "W_u", r"\gamma_u", "^t", "^T", r"\circ", "x_t", "save gate", "memory gate")
    assert not [sign for sign in odd if re.search(re.escape(sign) + r"\b", LESSONS[lesson])]


def test_every_equation_that_is_cited_has_its_number():
    number = r"\(?(\d\.\d+)\)?"
    tag = re.compile(r"\\(?:tag|text)\{" + number)
    citation = re.compile(f"quations? {number}(?: (?:to|and) {number})?")
    solutions = [path.read_text("utf-8") for path in (ROOT / "solutions").glob("*.py")]
    numbers = {found for text in LESSONS.values() for found in tag.findall(text)}
    pairs = [pair for text in (*LESSONS.values(), *solutions) for pair in citation.findall(text)]
    cited = {one for pair in pairs for one in pair if one}
    assert len(cited) > 20
    assert cited <= numbers


def test_the_example_of_entry_3_gives_the_numbers_that_four_entries_quote():
    one = np.ones((1, 1))
    p = {"Wax": one, "Waa": 0.5 * one, "ba": 0 * one, "Wya": one, "by": one}
    x = np.arctanh([0, 0.6]).reshape(1, 1, 2)
    a, _, caches = rnn_forward(x, 0 * one, p)
    np.testing.assert_allclose(a, [[[0, 0.6]]])
    np.testing.assert_allclose(rnn_cell_backward(one, caches[0][1])["da_prev"], 0.32)
    gradients = rnn_backward(np.ones((1, 1, 2)), caches)
    np.testing.assert_allclose(gradients["dba"], 0.64 + 1.32)
    np.testing.assert_allclose(gradients["da0"], 0.66)
    twice = rnn_backward(np.array([[[1.32, 1]]]), caches)
    np.testing.assert_allclose(twice["dba"], 0.64 + 1.64)
