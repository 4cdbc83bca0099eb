"""A Dask cluster writes the gradebook that one process writes, whoever of its workers is killed."""

import os
import signal
import socket
import subprocess
import sys

import pytest
import scale_class as scale
from distributed import Client, LocalCluster

from grader.classroom.run import run
from grader.classroom.task import Task
from grader.classroom.workers.cluster import NoCluster
from grader.classroom.workers.graders import Graders

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")


@pytest.fixture
def cluster():
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as cluster:
        yield cluster


def test_a_cluster_writes_what_one_process_writes(cluster, course, expected):
    scale.graded(course, dask=cluster.scheduler_address)
    assert scale.gradebook(scale.sqlite(course)) == expected


def test_a_killed_worker_costs_nobody_a_grade(cluster, course, expected):
    done = run(Task(course / "submitted", course, dask=cluster.scheduler_address))
    for number, outcome in enumerate(done):
        assert not any(one.failed for one in outcome.graded)
        if number == 2:
            worker = next(iter(cluster.workers.values()))
            os.kill(worker.process.pid, signal.SIGKILL)
    assert scale.gradebook(scale.sqlite(course)) == expected


def test_a_cluster_without_workers_is_a_sentence(cluster):
    cluster.scale(0)
    while cluster.scheduler.workers:
        cluster.sync(cluster.scheduler.retire_workers)
    with pytest.raises(NoCluster, match="has no workers"):
        Graders.of(1, cluster.scheduler_address)


@pytest.fixture
def programs(tmp_path):
    """Start a cluster as docs/instructor.md says; give the scheduler, and its address."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{one.getsockname()[1]}"
    dask = [sys.executable, "-m", "dask"]
    scheduler = [*dask, "scheduler", "--host", address, "--no-dashboard"]
    worker = [*dask, "worker", address, "--nthreads", "1", "--nworkers", "2", "--no-dashboard"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    running = [subprocess.Popen(line, **quiet) for line in (scheduler, worker)]
    with Client(address, timeout="60s", set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
    yield running[0], address
    for program in running:
        program.terminate()
    for program in running:
        program.wait()


def test_a_lost_cluster_is_a_sentence_and_the_rest_is_done_later(programs, course, expected):
    scheduler, address = programs
    done = run(Task(course / "submitted", course, dask=address))
    next(done)
    scheduler.kill()
    with pytest.raises(NoCluster, match="The Dask cluster has gone"):
        list(done)
    scale.graded(course)
    assert scale.gradebook(scale.sqlite(course)) == expected
