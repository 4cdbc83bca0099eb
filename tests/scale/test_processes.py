"""A pool of processes writes the gradebook that one process writes, whoever of them is killed."""

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import scale_class as scale

from grader.classroom.run import run
from grader.classroom.task import Task

MANY = 40


@pytest.mark.parametrize("jobs", [2, 3])
def test_several_processes_write_what_one_writes(jobs, course, expected):
    scale.graded(course, jobs=jobs)
    assert scale.gradebook(scale.sqlite(course)) == expected
    assert multiprocessing.active_children() == []


def test_a_killed_worker_costs_nobody_a_grade(course, expected):
    others = {*multiprocessing.active_children()}
    done = run(Task(course / "submitted", course, jobs=2))
    for number, outcome in enumerate(done):
        assert not any(one.failed for one in outcome.graded)
        if number in (1, 5):
            worker = next(iter({*multiprocessing.active_children()} - others))
            os.kill(worker.pid, signal.SIGKILL)
    assert scale.gradebook(scale.sqlite(course)) == expected


def started(course, *options):
    return subprocess.Popen(
        [sys.executable, "-m", "grader", "grade", "--course", str(course), "--jobs", "2", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hear,
    )


def hear():
    """Hear Ctrl-C, which what a shell starts in the background does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def rows_until(grading, count):
    """Read lines of the table as they come."""
    seen = 0
    for line in grading.stdout:
        seen += line.startswith("student-")
        if seen == count:
            return


def sandboxes(session):
    """List the processes that a session has left."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] not in "ZX":
            found.append(path.parent.name)
    return found


def test_ctrl_c_ends_cleanly_and_the_same_command_does_the_rest(course, tmp_path):
    scale.hand_in(course, MANY)  # so many that they are not done before the key is pressed
    calm = scale.copied(course, tmp_path / "calm")
    grading = started(course)
    rows_until(grading, 3)
    os.killpg(grading.pid, signal.SIGINT)  # a terminal tells everybody
    _, complaints = grading.communicate()
    assert grading.returncode == 130
    assert "Stopped. " in complaints
    assert "The same command does the rest." in complaints
    assert "Traceback" not in complaints
    assert sandboxes(grading.pid) == []
    written = {row[:2] for row in scale.gradebook(scale.sqlite(course))}
    assert 3 <= len(written) < 2 * MANY
    again = {o.student: o for o in run(Task(course / "submitted", course))}
    assert any(outcome.unchanged for outcome in again.values())
    scale.graded(calm, jobs=2)
    assert scale.gradebook(scale.sqlite(course)) == scale.gradebook(scale.sqlite(calm))
