"""Run plans in a child process with a clock: for a file on one's own machine, not for a grade.

The child draws the same plans from the same seed and has the right helpers at hand; it gives back
answers, and this process judges them. What it cannot end in time, it is ended with.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Mapping
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import cast

from grader import given, reference
from grader.exercise import Answer, Failure, Plan, Run
from grader.exercises import EXERCISES
from grader.judging import SECONDS, Setting, setting_for
from grader.runners import in_process
from grader.submission import Code

GRACE = 3.0
LARGEST_MEMORY = 4 * 2**30


class Child:
    """A runner that keeps a child process and replaces it after it was lost.

    Use it as a context manager, so that no child outlives the check.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self.process: multiprocessing.process.BaseProcess | None = None
        self.pipe: Connection | None = None

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def __call__(self, code: Code, plan: Plan, setting: Setting) -> Run:
        pipe = self.start()
        try:
            pipe.send((code, plan.exercise.name, tuple(setting.substitutes), setting.chained))
            if pipe.poll(self.seconds + GRACE):
                return cast(Run, pipe.recv())
        except (EOFError, OSError):
            self.end()
            return lost(plan.calls, Failure("crashed", "it ended the Python process that ran it"))
        self.end()
        assert in_process.TOO_LONG.failure
        return lost(plan.calls, in_process.TOO_LONG.failure)

    def start(self) -> Connection:
        if self.pipe is None:
            context = multiprocessing.get_context("spawn")
            self.pipe, theirs = context.Pipe()
            self.process = context.Process(target=serve, args=(theirs, self.seconds), daemon=True)
            self.process.start()
            theirs.close()
        return self.pipe

    def end(self) -> None:
        if self.process and self.pipe:
            with contextlib.suppress(AttributeError, OSError):
                os.killpg(self.process.pid or 0, signal.SIGKILL)  # with all that it forked
            self.process.kill()
            self.process.join()
            self.pipe.close()
        self.process = self.pipe = None


def lost(calls: Mapping[str, object], failure: Failure) -> Run:
    return Run(dict.fromkeys(calls, Answer(failure=failure)))


def serve(pipe: Connection, seconds: float) -> None:
    """Answer requests in the child until its parent is gone."""
    if hasattr(os, "setsid"):
        os.setsid()
    silence()
    limit_memory()
    me = os.getpid()
    right = reference.find()
    with contextlib.suppress(EOFError, OSError):
        while True:
            code, name, replaced, chained = pipe.recv()
            plan = right.plan(EXERCISES[name])
            setting = setting_for(plan.exercise, code, right)
            functions = {tool: getattr(given, tool) for tool in replaced}
            setting = replace(setting, substitutes=functions, chained=chained)
            run = in_process.run(code, plan, setting, seconds)
            if os.getpid() != me:  # a copy that the learner's code forked must not speak here
                os._exit(0)
            pipe.send(run)


def silence() -> None:
    """Send everything that is printed nowhere, also below Python."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def limit_memory() -> None:
    """Let a function that eats memory end with MemoryError, where the system can do that."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))
