"""A runner that remembers what came back, so that wrong answers can be told apart afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from grader.bank import prints_of
from grader.checks.contract import read
from grader.diagnosis import is_unread
from grader.exercise import Plan, Run
from grader.fingerprint import Fingerprint
from grader.judging import Runner, Setting
from grader.verdict import Verdict

Printed = Mapping[str, Mapping[str, Fingerprint]]
"""Exercise -> output -> the print of a wrong output that no mistake explains."""


WHERE_ALONE = re.compile(r"-alone$|^all-but-")
"""Ids of relations that say where an output is right, which may have many causes."""


class Kept:
    """Passes plans on to another runner, and keeps the answers until their prints are taken."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.runs: dict[str, tuple[Plan, Run]] = {}

    def __call__(self, code: Any, plan: Plan, setting: Setting) -> Run:
        run = self.runner(code, plan, setting)
        self.runs[plan.exercise.name] = (plan, run)
        return run

    def prints(self, verdicts: Iterable[Verdict]) -> Printed:
        """Take the prints of what has no name, on the calls that were made."""
        return {
            verdict.exercise: taken(*self.runs[verdict.exercise], nameless(verdict))
            for verdict in verdicts
            if verdict.exercise in self.runs and nameless(verdict)
        }


def nameless(verdict: Verdict) -> list[str]:
    """List the wrong outputs for which no cause is named; none where there are no numbers."""
    if verdict.status != "wrong":
        return []
    causes = (m for m in verdict.mistakes if not WHERE_ALONE.search(m["id"]))
    named = {output for mistake in causes for output in mistake["outputs"]}
    wrong = (o for o in verdict.outputs if o.status != "right" and not is_unread(o))
    return [output.name for output in wrong if output.name not in named]


def is_nameless(verdict: Verdict) -> bool:
    """Say whether an answer is wrong, or stopped, for a cause that no mistake names."""
    return bool(nameless(verdict)) or is_stopped(verdict)


def is_stopped(verdict: Verdict) -> bool:
    return verdict.status in ("crashed", "timeout") and not verdict.mistakes


@np.errstate(all="ignore")  # as in judging: these are a learner's numbers
def taken(plan: Plan, run: Run, outputs: Iterable[str]) -> dict[str, Fingerprint]:
    seen = {
        name: read(plan.exercise, answer)
        for name, answer in run.answers.items()
        if not answer.failure
    }
    prints = prints_of(plan, seen.get)
    found = {output: prints.whole(output) for output in outputs}
    return {output: print_ for output, print_ in found.items() if print_ is not None}
