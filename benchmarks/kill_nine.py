"""Does a class come out the same if grading is killed, again and again, at any moment?

An example class is graded once without disturbance. Then a second course of the same class is
graded; at random moments a worker or the whole run is killed with signal 9, and what was killed is
started again. In the end it is graded to its end; the two gradebooks have to be equal in every
table, and no process may be left.

    python benchmarks/kill_nine.py --students 50 --kills 20
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if not __package__:  # started as a program: its own folder is on the path, the one above is not
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.contents import contents

ROOT = Path(__file__).resolve().parent.parent
GRADER = (sys.executable, "-m", "grader")
Process = tuple[int, str]
"""A process that cannot be taken for another one: its number, and when it began."""


def grade(course: Path, *options: str, rows: Any = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*GRADER, "grade", "--course", str(course), *options],
        cwd=course.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=rows,
        stderr=subprocess.PIPE,
    )


def to_the_end(course: Path) -> float:
    """Grade without disturbance; give the seconds it took."""
    start = time.monotonic()
    process = grade(course)
    _, complaints = process.communicate()
    if process.returncode:
        raise AssertionError(complaints.decode(errors="replace"))
    return time.monotonic() - start


@dataclass
class Kills:
    """What was killed, and what has outlived it."""

    runs: int = 0
    workers: int = 0
    left: set[Process] = field(default_factory=set)
    rows: list[str] = field(default_factory=list)


def disturb(course: Path, kills: Kills, most: int, rng: random.Random, pause: float) -> None:
    """Grade, and kill a worker now and then, and in the end the run, unless it ends first."""
    options = [] if not kills.rows or unfinished(course) else ["--force"]  # else all is done
    with tempfile.TemporaryFile() as rows:
        process = grade(course, *options, rows=rows)
        while kills.runs + kills.workers < most:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(rng.uniform(0.2, 2 * pause))
            if process.poll() is not None:
                process.communicate()
                break
            if rng.random() < 0.5:
                kills.workers += kill_a_worker(process.pid)
            else:
                kills.left |= kill(process)
                kills.runs += 1
                break
        else:
            process.communicate()
        rows.seek(0)
        lines = rows.read().decode(errors="replace").splitlines()
    kills.rows += [" ".join(line.split()[:2]) for line in lines if line.startswith("student-")]


def unfinished(course: Path) -> bool:
    """Say whether something is handed in that has no results."""
    handed_in = {
        path.relative_to(course / "submitted") for path in (course / "submitted").glob("*/*")
    }
    found = {
        path.relative_to(course / "results").with_suffix("")
        for path in (course / "results").glob("*/*.json")
    }
    return handed_in != found


def kill(process: subprocess.Popen[bytes]) -> set[Process]:
    """Kill the grader, and only it; give what of its has outlived it by ten seconds."""
    process.send_signal(signal.SIGSTOP)  # so that it starts nothing more while they are counted
    family = descendants(process.pid)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    end = time.monotonic() + 10
    while (left := family & processes().keys()) and time.monotonic() < end:
        time.sleep(0.05)
    return left


def kill_a_worker(grader: int) -> bool:
    """Kill one of the processes that a grader has grading; say whether there was one."""
    for (number, _), parent in processes().items():
        if parent == grader:
            with contextlib.suppress(OSError):
                if b"grader" in Path(f"/proc/{number}/cmdline").read_bytes():
                    os.kill(number, signal.SIGKILL)
                    return True
    return False


def processes() -> dict[Process, int]:
    """List what runs: process -> the number of its parent."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, parent, *rest = (folder / "stat").read_text().rpartition(")")[2].split()
            if state not in "ZX":
                found[int(folder.name), rest[17]] = int(parent)
    return found


def descendants(ancestor: int) -> set[Process]:
    found: set[Process] = set()
    parents = {ancestor}
    everything = processes()
    while parents:
        children = {p for p, parent in everything.items() if parent in parents} - found
        found |= children
        parents = {number for number, _ in children}
    return found


def disturbed(folder: Path, students: int, kills: int, seed: int) -> dict[str, Any]:
    """Grade a class twice, once with kills, and compare.

    Returns
    -------
    found : dict
        "seconds" of the undisturbed run and of all disturbed ones, "runs" and "workers" that were
        killed, "assignments" of the class, how many of them were graded and written "twice",
        "differences" between the gradebooks, "left" processes, and "stray" files.
    """
    calm, rough = folder / "calm", folder / "rough"
    subprocess.run(
        [*GRADER, "example-class", "--students", str(students), "--course", str(calm)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    shutil.copytree(calm, rough)
    seconds = to_the_end(calm)
    shutil.copy2(calm / "secret", rough / "secret")
    rng = random.Random(seed)
    done = Kills()
    start = time.monotonic()
    while done.runs + done.workers < kills:
        disturb(rough, done, kills, rng, seconds / kills)
    to_the_end(rough)
    return {
        "seconds": round(seconds, 1),
        "disturbed": round(time.monotonic() - start, 1),
        "runs": done.runs,
        "workers": done.workers,
        "assignments": len([*(rough / "results").glob("*/*.json")]),
        "twice": len(done.rows) - len({*done.rows}),
        "differences": differences(calm, rough),
        "left": sorted(done.left),
        "stray": [str(path) for path in (rough / "autograded").rglob(".*")],
    }


def differences(calm: Path, rough: Path) -> list[str]:
    """Name the tables and autograded notebooks in which two courses differ."""
    one, other = contents(calm / "gradebook.db"), contents(rough / "gradebook.db")
    found = [table for table in {*one, *other} if one.get(table) != other.get(table)]
    notebooks = [
        {p.relative_to(c): p.read_bytes() for p in (c / "autograded").rglob("*") if p.is_file()}
        for c in (calm, rough)
    ]
    return found + ([] if notebooks[0] == notebooks[1] else ["autograded"])


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--students", type=int, default=50)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = disturbed(Path(folder), arguments.students, arguments.kills, arguments.seed)
    print(json.dumps(found, indent=1))
    return 1 if found["differences"] or found["left"] or found["stray"] else 0


if __name__ == "__main__":
    sys.exit(main())
