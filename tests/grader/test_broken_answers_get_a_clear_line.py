"""Does an answer that is no good get its status and one clear line, and harm nothing after it?

Each file of tests/corpus/broken says in its first line what is expected of which exercise. It may
add the `line` of the learner's file that the message must point at, and the `points` it leaves.
"""

import io
import re
from pathlib import Path

import pytest

from grader.exercises import EXERCISES
from grader.judging import judge_code
from grader.reference import Live
from grader.runners import in_process
from grader.runners.child import Child
from grader.submission import read

BROKEN = sorted((Path(__file__).parents[1] / "corpus" / "broken").glob("*.py"))
LIVE = Live()
STATUSES = ("wrong", "crashed", "timeout", "missing", "not_started")
LONGEST_LINE = 320
ENDS_ITS_PROCESS = ("process_ended", "process_aborted")
ONLY_KILLED = ("endless_loop_around_bare_except", "endless_call_in_c")
RIGHT = """
import numpy as np

def relative_error(a, b):
    size = max(np.abs(a).max(), np.abs(b).max())
    return np.abs(a - b).max() / size if size else 0.0
"""


def expectation(path):
    """Read `# expect: status, exercise` and the optional lines after it."""
    lines = path.read_text(encoding="utf-8").split("\n")
    status, exercise = re.fullmatch(r"# expect: (\w+), (\w+)", lines[0]).groups()
    assert status in STATUSES
    assert exercise in EXERCISES
    more = (re.fullmatch(r"# (line|points): ([\d.]+)", line) for line in lines[1:3])
    return status, exercise, dict(match.groups() for match in more if match)


every_broken_answer = pytest.mark.parametrize("path", BROKEN, ids=[path.stem for path in BROKEN])
ENDS_BY_ITSELF = [
    path
    for path in BROKEN
    if path.stem not in ENDS_ITS_PROCESS and expectation(path)[0] != "timeout"
]
every_answer_that_ends_by_itself = pytest.mark.parametrize(
    "path", ENDS_BY_ITSELF, ids=[path.stem for path in ENDS_BY_ITSELF]
)


@pytest.fixture(scope="module")
def child():
    with Child(seconds=1.5) as runner:
        yield runner


@pytest.fixture
def right(tmp_path):
    path = tmp_path / "right.py"
    path.write_text(RIGHT, encoding="utf-8")
    return read(path)


@every_broken_answer
def test_a_broken_answer_gets_its_status_and_a_clear_line(path, child, right):
    status, exercise, more = expectation(path)
    child.start()
    process = child.process.pid
    (verdict,) = judge_code(read(path), LIVE, child, [exercise])
    assert_expected(verdict, status, more)
    (after,) = judge_code(right, LIVE, child)
    assert (after.status, after.points) == ("correct", 1.0)
    lost = path.stem in (*ENDS_ITS_PROCESS, *ONLY_KILLED)
    assert (child.process.pid != process) == lost


@every_answer_that_ends_by_itself
def test_it_is_the_same_in_a_notebook_and_nothing_is_raised(path, monkeypatch):
    status, exercise, more = expectation(path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    (verdict,) = judge_code(read(path), LIVE, in_process.run, [exercise])
    assert_expected(verdict, status, more)


def assert_expected(verdict, status, more):
    assert (verdict.status, verdict.message) == (status, verdict.message)
    assert "points" in more or verdict.points < verdict.max_points
    assert verdict.points == float(more.get("points", verdict.points))
    for text in texts(verdict):
        lines = text.split("\n")
        assert all(line.strip() for line in lines)
        assert len(lines) <= 2
        assert max(map(len, lines)) <= LONGEST_LINE
    if "line" in more:
        assert f"line {more['line']}:" in verdict.message


def texts(verdict):
    """Give what a learner reads: the message, or what was found on each output that is wrong."""
    if verdict.message:
        return [verdict.message]
    wrong = [output for output in verdict.outputs if output.status != "right"]
    assert wrong
    return [finding.message for output in wrong for finding in (output.findings or [None])]
