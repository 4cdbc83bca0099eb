"""What does one honest submission of an assignment cost, and where does the time go?

A class of right answers in several styles is graded into a gradebook, and every part of the work is
timed by itself: on the clock, on the host's processor, and on the processor inside the sandbox.

    python benchmarks/submission_cost.py --students 20 --assignment 2_lstm

With --otherwise, all compute and ask in another way than the right answers here: nothing that was
rehearsed for the round helps with them.
"""

from __future__ import annotations

import argparse
import functools
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

if not __package__:  # started as a program: its own folder is on the path, the one above is not
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.processes import everything, family
from grader.classroom import recording, run, task
from grader.classroom.example import example_class, trial
from grader.classroom.gradebook import book as gradebook
from grader.classroom.handed_in import intake
from grader.classroom.judged import grading
from grader.classroom.shown import autograded, feedback
from grader.exercises import EXERCISES
from grader.reference import Live
from grader.sandbox import session
from grader.sandbox.host import Sandbox

PARTS: dict[str, tuple[tuple[Any, str], ...]] = {
    "read the files": ((intake, "files"), (grading, "cells")),
    "start a fork, read the cells in it": ((session.Session, "describe"),),
    "the calls, in the sandbox": ((session.Session, "__call__"),),
    "the right cell's answers": ((session, "helped"),),
    "right answers and comparison": ((grading, "judge_code"),),
    "database": ((gradebook.Book, "write"),),
    "autograded notebook": ((autograded, "keep"),),
    "feedback page": ((feedback, "page"), (recording, "put")),
}
OTHERWISE = {
    "sigmoid(": "(lambda z: 0.5 + 0.5 * np.tanh(0.5 * z))(",
    "dc_next + da_next * ot * (1 - tanh_c**2)": "(1 - tanh_c**2) * (ot * da_next) + dc_next",
    "forward(x[:, :, t], ": "forward(x[:, :, t] * (1 + 2**-50), ",
    "backward(da[:, :, t] + ": "backward(da[:, :, t] * (1 + 2**-50) + ",
}
STEPWISE = ("files", "judge_code")
"""Generators, which are timed from one step to the next."""


class Clocks:
    """Stopwatches of which only the innermost one runs.

    `sums` maps a part to [seconds on the clock, seconds of the host's processor].
    """

    def __init__(self) -> None:
        self.sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self.running = ["the rest"]
        self.last = self.now()

    def now(self) -> tuple[float, float]:
        return time.perf_counter(), time.process_time()

    def turn(self) -> None:
        """Book the time since the last turn on the part that has been running."""
        now = self.now()
        sums = self.sums[self.running[-1]]
        for place, (a, b) in enumerate(zip(now, self.last, strict=True)):
            sums[place] += a - b
        self.last = now

    @contextmanager
    def on(self, part: str) -> Iterator[None]:
        self.turn()
        self.running.append(part)
        try:
            yield
        finally:
            self.turn()
            self.running.pop()

    def time(self, owner: Any, name: str, part: str) -> None:
        """Put a stopwatch on a function, in this process alone."""
        wrap = self.stepwise if name in STEPWISE else self.whole
        setattr(owner, name, wrap(getattr(owner, name), part))

    def whole(self, timed: Callable[..., Any], part: str) -> Callable[..., Any]:
        @functools.wraps(timed)
        def call(*args: Any, **kwargs: Any) -> Any:
            with self.on(part):
                return timed(*args, **kwargs)

        return call

    def stepwise(self, timed: Callable[..., Iterator[Any]], part: str) -> Callable[..., Any]:
        @functools.wraps(timed)
        def call(*args: Any, **kwargs: Any) -> Iterator[Any]:
            steps = timed(*args, **kwargs)
            while True:
                with self.on(part):
                    step = next(steps, self)
                if step is self:
                    return
                yield step

        return call


def inside(sandbox: Sandbox) -> float:
    """Give the processor time of a running sandbox and of all forks that it has ended, seconds."""
    assert sandbox.process
    _, own = everything()[sandbox.process.pid]
    return own + sum(family(sandbox.process.pid).values())


def honest_class(course: Path, count: int, assignment: str, otherwise: bool = False) -> None:
    """Make a course in which everybody has handed in right answers to one assignment."""
    trial.set_up(course, 0, 1)
    rng = np.random.default_rng(1)
    right = {name: example_class.without_marks(Live().source(name)) for name in EXERCISES}
    for name in right if otherwise else ():
        for usual, other in OTHERWISE.items():
            right[name] = right[name].replace(usual, other)
    for number in range(count):
        answers, _ = example_class.in_style(dict(right), rng)
        student = example_class.Student(f"s{number:03}", "style", answers, example_class.DUE)
        example_class.hand_in(course, student)
    for folder in (course / "submitted").glob("*/*"):
        if folder.name != assignment:
            shutil.rmtree(folder)


def measure(course: Path, count: int) -> tuple[Clocks, float]:
    """Grade all but the first student under the clocks; the first one warms up."""
    clocks = Clocks()
    started: list[Sandbox] = []
    begin = Sandbox.start

    def start(sandbox: Sandbox) -> None:
        begin(sandbox)
        started.append(sandbox)

    Sandbox.start = start  # type: ignore[method-assign]
    for part, places in PARTS.items():
        for owner, name in places:
            clocks.time(owner, name, part)
    before = 0.0
    for number, outcome in enumerate(run.run(task.Task(course / "submitted", course))):
        for one in outcome.graded:
            assert all(verdict.status == "correct" for verdict in one.verdicts), one
        if number == 0:
            before = inside(started[-1])
            clocks.turn()
            clocks.sums.clear()
        if number == count - 1:
            clocks.turn()
            return clocks, inside(started[-1]) - before
    raise AssertionError("the class has lost a student")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--students", type=int, default=20)
    parser.add_argument("--assignment", default="2_lstm")
    parser.add_argument("--otherwise", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "course"
        honest_class(course, arguments.students + 1, arguments.assignment, arguments.otherwise)
        clocks, sandbox = measure(course, arguments.students + 1)
    each = 1000 / arguments.students
    print(f"{'one submission of ' + arguments.assignment:38} {'clock':>8} {'host CPU':>9}   ms")
    for part in [*PARTS, "the rest"]:
        clock, host = clocks.sums[part]
        print(f"{part:38} {clock * each:8.1f} {host * each:9.1f}")
    clock, host = (sum(column) for column in zip(*clocks.sums.values(), strict=True))
    print(f"{'all':38} {clock * each:8.1f} {host * each:9.1f}")
    print(f"{'inside the sandbox':38} {'':8} {sandbox * each:9.1f}")


if __name__ == "__main__":
    main()
