"""`reveal` shows the solution, whole, after an attempt, and where there is one to show."""

import ast

import pytest
from answers import SOLUTIONS, STUBS

from grader import hint, reveal
from grader.exercises import EXERCISES
from grader.reference import NoReference


@pytest.fixture
def no_solutions(monkeypatch):
    def absent():
        raise NoReference("The package `solutions` is not here.")

    monkeypatch.setattr("grader.reference.Live", absent)


def test_the_solution_waits_for_an_attempt(cell):
    assert "First write softmax yourself" in str(reveal("softmax"))
    cell(STUBS["softmax"])
    cell('check("softmax")')
    assert reveal("softmax").source == ""
    cell("def softmax(z):\n    return z")
    assert reveal("softmax").source == ""
    cell('check("softmax")')
    assert "def softmax(z):" in reveal("softmax").source
    assert reveal("sigmoid").source == ""


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_revealed_is_the_whole_solution_without_its_marks(cell, name):
    cell(f"def {name}(*args):\n    return 7")
    cell(f'check("{name}")')
    shown = reveal(name).source
    assert "SOLUTION" not in shown
    assert ast.dump(ast.parse(shown)) == ast.dump(ast.parse(SOLUTIONS[name]))


@pytest.mark.parametrize("source", ["", "def softmax(z):\n    ...  # YOUR CODE HERE\n"])
def test_where_the_solutions_are_not_at_hand_reveal_says_what_to_do(cell, monkeypatch, source):
    cell("def softmax(z):\n    return z")
    cell('check("softmax")')
    monkeypatch.setattr("grader.reference.Live.source", lambda *_: source)
    assert reveal("softmax").source == ""
    assert "not in this copy" in str(reveal("softmax"))


def test_without_a_reference_there_is_a_sentence_and_no_traceback(cell, no_solutions):
    cell("def softmax(z):\n    return z")
    assert "not here" in str(hint("softmax"))
    assert "not in this copy" in str(reveal("softmax"))
