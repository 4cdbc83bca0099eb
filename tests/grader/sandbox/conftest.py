"""One sandbox for the tests that leave it as it was, and a way to judge in it."""

import sys

import pytest
from answers import REFERENCE

from grader.exercises import EXERCISES
from grader.judging import judge_code
from grader.sandbox.host import Sandbox
from grader.sandbox.session import Session
from grader.submission import Piece

collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]  # there is none elsewhere


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def judged(sandbox):
    """Judge a source in the sandbox: cells first, sequences last; verdicts by name."""

    def judge(source, names=None, **limits):
        pieces = [Piece("answer.py", source)]
        with Session(sandbox, pieces, "", REFERENCE, **limits) as session:
            code = session.describe()
            order = sorted(names or code.expected, key=lambda name: bool(EXERCISES[name].helper))
            return {v.exercise: v for v in judge_code(code, REFERENCE, session, order)}

    return judge
