import os
import subprocess
import time

import pytest
from answers import REFERENCE, SOLUTIONS, file_of

from grader.judging import judge_code
from grader.runners.child import Child
from grader.submission import from_file

FORKING = """
import os

def one_hot(ids, n):
    os.fork()
    return 0
"""


def alive_in(group):
    """Give the states of a process group's members; a Z is dead and waits to be counted."""
    command = ["ps", "-eo", "pgid=,stat="]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    states = [state for pgid, state in map(str.split, table.splitlines()) if int(pgid) == group]
    return [state for state in states if not state.startswith("Z")]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where there is fork")
def test_a_function_that_forks_does_not_confuse_what_follows_and_leaves_nobody_behind():
    code = from_file("a.py", file_of(FORKING, SOLUTIONS["sigmoid"], SOLUTIONS["softmax"]))
    with Child(seconds=2) as child:
        verdicts = {v.exercise: v for v in judge_code(code, REFERENCE, child)}
        group = child.process.pid
    assert verdicts["sigmoid"].status == "correct"
    assert verdicts["softmax"].status == "correct"
    deadline = time.monotonic() + 20
    while alive_in(group) and time.monotonic() < deadline:
        time.sleep(0.05)  # a killed process may need a moment to be gone
    assert alive_in(group) == []


def test_a_child_is_kept_for_the_next_exercise():
    code = from_file("a.py", file_of(SOLUTIONS["sigmoid"], SOLUTIONS["softmax"]))
    pids = set()
    with Child() as child:
        for verdict in judge_code(code, REFERENCE, child):
            assert verdict.status == "correct"
            pids.add(child.process.pid)
    assert len(pids) == 1
