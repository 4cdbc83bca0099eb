"""Many workers, of which some are lost: every job comes back once, with a result or a reason."""

import contextlib
import multiprocessing
import os
import signal
import struct
import sys
import threading
import time
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path

import pytest

from grader.classroom.judged.grading import Graded
from grader.classroom.workers import crew, graders
from grader.classroom.workers.cluster import NoCluster
from grader.classroom.workers.executors import Inline, Processes
from grader.classroom.workers.graders import Graders
from grader.classroom.workers.worker import AnotherVersion, Job, no_file_of
from grader.sandbox.refusal import SandboxUnavailable

BEGUN = multiprocessing.Event()
STUDENTS = [f"student-{number:03}" for number in range(12)]


def jobs(assignment="1_rnn"):
    return [Job(student, assignment, (), b"", 1) for student in STUDENTS]


def right(job):
    return (Graded(no_file_of(job.student, job.assignment), key=str(os.getpid())),)


def once(job):
    """End the worker at one student, the first time."""
    mark = Path(job.assignment)
    if job.student == STUDENTS[5] and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return right(job)


def always(job):
    if job.student == STUDENTS[5]:
        os.kill(os.getpid(), signal.SIGKILL)
    return right(job)


def hang(job):
    if job.student == STUDENTS[5]:
        while True:
            time.sleep(1)
    return right(job)


def half(job):
    """Be killed when the length of a result is written, and nothing more."""
    frame = sys._getframe()
    while "result_queue" not in frame.f_locals:
        frame = frame.f_back
    queue = frame.f_locals["result_queue"]
    queue._wlock.acquire()
    os.write(queue._writer.fileno(), struct.pack("!i", 9999))
    BEGUN.set()
    if job.student == STUDENTS[5]:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(3600)


def half_once(job):
    mark = Path(job.assignment)
    if job.student == STUDENTS[5] and not mark.exists():
        mark.touch()
        half(job)
    return right(job)


def fail(job):
    if job.student == STUDENTS[5]:
        raise KeyError("in the grader")
    return right(job)


def no_sandbox(job):
    raise SandboxUnavailable("bubblewrap is gone.", "Install it.")


def other_version(job):
    raise AnotherVersion("another one")


def gone(job):
    raise CancelledError


def done(work, monkeypatch, count=2, about="1_rnn"):
    monkeypatch.setattr(graders, "work", work)
    with Graders.of(count, most=len(STUDENTS)) as workers:
        return [(job.student, graded) for job, graded in workers.do(jobs(about))]


def messages(found):
    return {student: graded[0].message for student, graded in found if graded[0].message}


@pytest.mark.parametrize("count", [1, 2])
def test_every_job_comes_back_once(count, monkeypatch):
    found = done(right, monkeypatch, count)
    assert sorted(student for student, _ in found) == STUDENTS
    assert {graded[0].key == str(os.getpid()) for _, graded in found} == {count == 1}


def test_a_killed_worker_is_replaced_and_its_jobs_are_done_again(monkeypatch, tmp_path):
    found = done(once, monkeypatch, about=str(tmp_path / "killed"))
    assert (tmp_path / "killed").exists()
    assert sorted(student for student, _ in found) == STUDENTS
    assert messages(found) == {}


def test_a_worker_that_is_killed_in_the_middle_of_a_result_is_replaced(monkeypatch, tmp_path):
    monkeypatch.setattr(crew, "LOOK_AFTER", 0.1)
    found = done(half_once, monkeypatch, about=str(tmp_path / "killed"))
    assert sorted(student for student, _ in found) == STUDENTS
    assert messages(found) == {}


def test_leaving_in_the_middle_of_a_result_leaves_no_thread_behind():
    threads = {*threading.enumerate()}
    with Graders.of(2, most=2) as workers:
        workers.executor.submit(half, jobs()[0])
        assert BEGUN.wait(60)
    assert {*threading.enumerate()} == threads


def held_back(_):
    return signal.pthread_sigmask(signal.SIG_BLOCK, ()), signal.getsignal(signal.SIGINT)


def test_ctrl_c_while_workers_begin_is_heard_when_they_have(monkeypatch):
    launch = Processes._launch_processes

    def pressed(self):
        with contextlib.suppress(KeyboardInterrupt):  # as it is where a process forks
            signal.raise_signal(signal.SIGINT)
        launch(self)

    monkeypatch.setattr(Processes, "_launch_processes", pressed)
    with Graders.of(2, most=2) as workers:
        with pytest.raises(KeyboardInterrupt):
            workers.executor.submit(held_back, None)
        assert workers.executor.submit(held_back, None).result() == (set(), signal.SIG_IGN)


def test_a_job_that_ends_every_worker_costs_nobody_else(monkeypatch):
    found = done(always, monkeypatch)
    assert sorted(student for student, _ in found) == STUDENTS
    said = messages(found)
    assert [*said] == [STUDENTS[5]]
    assert "the worker was ended 4 times" in said[STUDENTS[5]]


@pytest.mark.parametrize("count", [1, 2])
def test_an_error_of_the_graders_own_is_the_line_of_one_student(count, monkeypatch):
    found = done(fail, monkeypatch, count)
    said = messages(found)
    assert [*said] == [STUDENTS[5]]
    assert "KeyError: 'in the grader'" in said[STUDENTS[5]]


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(
    ("work", "kind"),
    [(no_sandbox, SandboxUnavailable), (other_version, AnotherVersion), (gone, NoCluster)],
)
def test_what_is_wrong_everywhere_stops_everything(work, kind, count, monkeypatch):
    with pytest.raises(kind):
        done(work, monkeypatch, count)


def test_leaving_ends_workers_that_are_still_busy(monkeypatch):
    monkeypatch.setattr(graders, "work", hang)
    with Graders.of(2, most=len(STUDENTS)) as workers:
        results = workers.do(jobs())
        for _ in range(4):
            next(results)
        running = [*workers.executor._processes]
    assert running
    assert not any(Path(f"/proc/{number}").exists() for number in running)


def test_no_more_workers_begin_than_can_be_busy():
    with Graders.of(8, most=3) as workers:
        assert workers.executor.count == 3
    with Graders.of(8, most=0) as workers:
        assert isinstance(workers.executor, Processes)
    with Graders.of(1, most=3) as workers:
        assert isinstance(workers.executor, Inline)


def test_a_worker_of_another_version_judges_nothing():
    from grader.classroom.workers.worker import work

    with pytest.raises(AnotherVersion, match="another version"):
        work(replace(jobs()[0], checks="of another machine"))


def test_what_a_cluster_may_log_of_a_job_is_no_secret():
    job = replace(jobs()[0], secret=b"a-secret", files=(no_file_of("student-001", "1_rnn"),))
    assert "a-secret" not in repr(job)
    assert "File" not in repr(job)


def test_an_address_without_a_cluster_is_a_sentence(monkeypatch):
    monkeypatch.setattr("grader.classroom.workers.cluster.PATIENCE", "100ms")
    with pytest.raises(NoCluster, match=r"no Dask scheduler at tcp://127\.0\.0\.1:1: "):
        Graders.of(2, "tcp://127.0.0.1:1")
