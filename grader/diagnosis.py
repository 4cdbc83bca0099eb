"""Name the mistake: which known wrong implementation gives the learner's wrong output?

A name is given only when the numbers force it. It must explain an output on every call of the
plan, and everything else that the known mistake spoils must be wrong in the answer, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np

from grader import relations
from grader.checks.contract import read
from grader.checks.values import FLOAT32_TOLERANCE, TOLERANCE, has_float32
from grader.exercise import Answer, Plan, Run
from grader.fingerprint import Fingerprint, Seen, take
from grader.said_once import said_once
from grader.verdict import Verdict

Prints = Callable[[str, str], Fingerprint | None]
"""(call, output) -> the print that an answer leaves there; None where the call fails."""


class KnownMistake(Protocol):
    """What diagnosis has to know of a mistake."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def hints(self) -> tuple[str, str, str]: ...
    @property
    def reread(self) -> str: ...
    @property
    def spoils(self) -> tuple[str, ...]: ...


Bank = Sequence[tuple[KnownMistake, Prints]]
"""Known mistakes of one exercise, each with the prints of its wrong answers."""


@np.errstate(all="ignore")  # as in judging: these are a learner's numbers
def diagnose(
    plan: Plan, run: Run, verdict: Verdict, bank: Bank, reference: Mapping[str, Answer]
) -> tuple[Mapping[str, Any], ...]:
    """Find the known mistakes that explain a verdict, the one that explains most first.

    Parameters
    ----------
    plan : Plan
    run : Run
        The learner's answers.
    verdict : Verdict
        What the checks made of them.
    bank : Bank
        Known mistakes, the simpler ones first.
    reference : dict
        The right answers, by call: a wrong output without a known mistake may be related to them.
    """
    wrong = {output.name for output in verdict.outputs if output.status != "right"}
    if not wrong or any(answer.failure for answer in run.answers.values()):
        return ()
    seen = {name: read(plan.exercise, answer) for name, answer in run.answers.items()}
    own = prints_of(plan, seen)
    explained = {
        mistake.id: (mistake, explains(plan, own, mistake, theirs, wrong))
        for mistake, theirs in bank
        if mistake.spoils and wrong.issuperset(mistake.spoils)
    }
    named = []
    while wrong:
        best = max(explained.values(), key=lambda pair: len(pair[1] & wrong), default=None)
        if best is None or not best[1] & wrong:
            break
        mistake, outputs = best
        named.append(
            as_json(mistake, [o.name for o in verdict.outputs if o.name in outputs & wrong])
        )
        wrong -= outputs
    left = [output.name for output in verdict.outputs if output.name in wrong]
    return said_once([*named, *related(plan, left, seen, reference)])


def related(
    plan: Plan, left: Sequence[str], seen: Mapping[str, Seen], reference: Mapping[str, Answer]
) -> Iterator[Mapping[str, Any]]:
    """Give what the outputs that no known mistake explains have to do with the right ones."""
    if not left:
        return
    arrays = {name: found for name, (found, _) in seen.items()}
    right = {name: read(plan.exercise, answer)[0] for name, answer in reference.items()}
    for output in left:
        relation = relations.find(plan, output, arrays, right)
        if relation:
            yield relation


def prints_of(plan: Plan, seen: Mapping[str, Seen]) -> Prints:
    @cache
    def own(call: str, output: str) -> Fingerprint:
        return take(plan.exercise, seen[call], output)

    return own


def explains(
    plan: Plan, own: Prints, mistake: KnownMistake, theirs: Prints, wrong: set[str]
) -> set[str]:
    """Give the outputs on which an answer is the mistake's, on every call."""
    left = set(mistake.spoils) & wrong
    for name, call in plan.calls.items():
        close = FLOAT32_TOLERANCE if has_float32(call) else TOLERANCE
        left = {output for output in left if same(own, theirs, name, output, close)}
        if not left:
            break
    return left


def same(own: Prints, theirs: Prints, call: str, output: str, close: float) -> bool:
    one, other = own(call, output), theirs(call, output)
    return one is not None and other is not None and one.is_like(other, close)


def as_json(mistake: KnownMistake, outputs: list[str]) -> Mapping[str, Any]:
    return {
        "id": mistake.id,
        "title": mistake.title,
        "outputs": outputs,
        "hint": mistake.hints[0],
        "reread": mistake.reread,
    }
