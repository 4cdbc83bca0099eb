"""Who grades the class: stock nbgrader and `grader grade`, each as the command that people type.

Stock nbgrader has none of this project's settings: it runs in a folder without nbgrader_config.py,
with Jupyter's own settings out of the way. Two processes of it get a copy of the course each, with
half of the students, so that none ever waits for the other at the gradebook. Workers of Dask have
been started before the clock runs, as in a cluster; all that they load and prepare is in the time.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.processes import Taken, family, together
from benchmarks.scores import Scores, read

ROOT = Path(__file__).resolve().parent.parent
STOCK, OURS = "stock-1", "ours-2"
HALVES = ("*[02468]", "*[13579]")
WORKERS = 2
CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    workers = int(sys.argv[1])
    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as it:
        print(it.scheduler_address, flush=True)
        sys.stdin.read()
"""


@dataclass(frozen=True)
class Contender:
    """One way to grade a class.

    Attributes
    ----------
    key, title : str
        For programs and for people.
    commands : tuple of tuple of str
        What is started at the same time, each on a copy of the course. {course}, {assignment} and
        {cluster} stand for what is known only later.
    missing : str
        Why it cannot be measured here.
    """

    key: str
    title: str
    commands: tuple[tuple[str, ...], ...]
    missing: str = ""


@dataclass(frozen=True)
class Graded:
    """What one run took, and the scores in the gradebook afterwards."""

    taken: Taken
    scores: Scores


def everybody() -> list[Contender]:
    """List all contenders, also those that cannot take part here."""
    dask = "" if find_spec("distributed") else "dask is not installed"
    many = ours("--dask", "{cluster}")
    return [
        Contender(STOCK, "stock nbgrader, 1 process", (stock("*"),)),
        Contender("stock-2", "stock nbgrader, 2 processes", tuple(map(stock, HALVES))),
        Contender("ours-1", "grader grade --jobs 1", (ours("--jobs", "1"),)),
        Contender(OURS, "grader grade --jobs 2", (ours("--jobs", "2"),)),
        Contender("ours-dask", f"grader grade --dask, {WORKERS} workers", (many,), dask),
    ]


def stock(students: str) -> tuple[str, ...]:
    course = "--CourseDirectory.root={course}"
    only = () if students == "*" else (f"--CourseDirectory.student_id={students}",)
    return (sys.executable, "-m", "nbgrader", "autograde", "{assignment}", course, *only)


def ours(*options: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "grader", "grade", "--course", "{course}", *options)


def surroundings(folder: Path) -> dict[str, str]:
    """Make the environment variables of all contenders, without anybody's settings of Jupyter."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    places = {name: str(folder / name.lower()) for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR")}
    return {**os.environ, **places, "PATH": path, "PYTHONPATH": str(ROOT)}


def grade(contender: Contender, course: Path, assignment: str, folder: Path) -> Graded:
    """Let a contender grade a fresh copy of a course, which is deleted afterwards.

    Parameters
    ----------
    contender : Contender
    course : Path
        Stays as it is.
    assignment : str
    folder : Path
        For the copies; it has to be empty, or not there.
    """
    env = surroundings(folder)
    copies = [
        shutil.copytree(course, folder / f"copy-{number}" / "course")
        for number, _ in enumerate(contender.commands, 1)
    ]
    with contextlib.ExitStack() as stack:
        address, cluster = "", 0
        if any("{cluster}" in command for command in contender.commands):
            address, cluster = stack.enter_context(local_cluster(env))
        commands = [
            [word.format(course=copy, assignment=assignment, cluster=address) for word in command]
            for command, copy in zip(contender.commands, copies, strict=True)
        ]
        before = time_of_workers(cluster)
        taken = together(commands, [copy.parent for copy in copies], env)
        workers = time_of_workers(cluster) - before
    scores: Scores = {}
    for copy in copies:
        scores |= read(copy / "gradebook.db", assignment)
    shutil.rmtree(folder)
    return Graded(Taken(taken.seconds, taken.cpu + workers, taken.codes, taken.said), scores)


@contextlib.contextmanager
def local_cluster(env: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Start Dask's workers on this machine, before the clock; give address and process."""
    process = subprocess.Popen(
        [sys.executable, "-c", CLUSTER, str(WORKERS)],
        env=dict(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        yield process.stdout.readline().strip(), process.pid
    finally:
        process.communicate("")


def time_of_workers(cluster: int) -> float:
    """Give the processor time of a cluster that is not a child of what is measured, seconds."""
    return sum(family(cluster).values()) if cluster else 0.0
