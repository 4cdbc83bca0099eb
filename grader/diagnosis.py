"""Name the mistake: which known wrong implementation gives the learner's wrong output?

A name is given only when the numbers force it. It must explain an output on every call of the
plan, and everything else that the known mistake spoils must be wrong in the answer, too. Where no
single mistake explains an output, two of them made at once may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from grader import crash_causes, relations
from grader.bank import Bank, KnownMistake, Prints, prints_of
from grader.checks.contract import UNREAD, read
from grader.checks.right import Right
from grader.exercise import Answer, Plan, Run
from grader.exercises import EXERCISES
from grader.fingerprint import Fingerprint, Seen
from grader.said_once import said_once
from grader.study.stages import Stage, first_wrong, position, stages_of
from grader.verdict import OutputVerdict, Verdict

MOST_TRIED = 40
"""Pairs of mistakes that are tried, so that a learner does not wait for the last one."""


@dataclass(frozen=True)
class Suspect:
    """A known mistake all of whose outputs are wrong, and those which it explains alone."""

    mistake: KnownMistake
    explains: frozenset[str]

    @property
    def spoils(self) -> frozenset[str]:
        return frozenset(self.mistake.spoils)


Named = tuple[KnownMistake, frozenset[str]]
"""A mistake, and the outputs that it is named for."""


@np.errstate(all="ignore")  # as in judging: these are a learner's numbers
def diagnose(
    plan: Plan, run: Run, verdict: Verdict, bank: Bank, reference: Mapping[str, Answer]
) -> tuple[Mapping[str, Any], ...]:
    """Find the known mistakes that explain a verdict, the earliest in the computation first.

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
    wrong = frozenset(output.name for output in verdict.outputs if output.status != "right")
    if any(answer.failure for answer in run.answers.values()):
        return crash_causes.find(plan, run)
    if not wrong:
        return changed_in_place(run)
    seen = {name: read(plan.exercise, answer) for name, answer in run.answers.items()}
    own = prints_of(plan, seen.get)
    suspects = [
        Suspect(mistake, explained(own, mistake, prints))
        for mistake, prints in bank.known
        if mistake.spoils and wrong.issuperset(mistake.spoils)
    ]
    named = names(own, suspects, bank, wrong, stages_of(plan.exercise))
    left = wrong.difference(*(outputs for _, outputs in named))
    order = {output.name: place for place, output in enumerate(verdict.outputs)}
    found = [as_json(mistake, sorted(outputs, key=order.__getitem__)) for mistake, outputs in named]
    found += related(plan, sorted(left, key=order.__getitem__), seen, reference)
    return said_once(in_order(found, verdict))


def explained(own: Prints, mistake: KnownMistake, prints: Prints) -> frozenset[str]:
    return frozenset(output for output in mistake.spoils if own.are_like(prints, output))


def names(
    own: Prints,
    suspects: Sequence[Suspect],
    bank: Bank,
    wrong: frozenset[str],
    stages: Sequence[Stage],
) -> list[Named]:
    """Choose the names: single mistakes that are as whole as they are known, then two at once, then
    single ones of which most shows."""
    named = list(single([one for one in suspects if one.explains == one.spoils], wrong))
    left = wrong.difference(*(outputs for _, outputs in named))
    pair = two_at_once(own, suspects, bank, left) if left else ()
    if pair:
        theirs = frozenset[str]().union(*(outputs for _, outputs in pair))
        named = [*pair, *((mistake, rest - theirs) for mistake, rest in named if rest - theirs)]
        left -= theirs
    return [*named, *single([one for one in suspects if shows(one, own, stages)], left)]


def shows(one: Suspect, own: Prints, stages: Sequence[Stage]) -> bool:
    """Say whether a mistake of which only a part shows is the one: most of it, or where it begins.

    Where it begins, there have to be numbers: zeros have many causes. What its title says of an
    output, that output must show. So must every entry of the cache that it spoils: where two are in
    each other's place, one of them alone may have been made so.
    """
    if (spoken_of(one) | entries_of_caches(one)) - one.explains:
        return False
    if 2 * len(one.explains) >= len(one.spoils):
        return True
    begin = min(one.spoils, key=lambda output: position(stages, [output]))
    print_ = own.whole(begin) if begin in one.explains else None
    return print_ is not None and any(print_.sums)


def spoken_of(one: Suspect) -> set[str]:
    """Find the gradients that a mistake's title names; other outputs are called like words."""
    words = set(re.findall(r"\bd[A-Za-z]\w*", one.mistake.title))
    return words & one.spoils


def entries_of_caches(one: Suspect) -> set[str]:
    return {output for output in one.spoils if output.startswith("cache.")}


def single(suspects: Sequence[Suspect], wrong: frozenset[str]) -> Iterator[Named]:
    """Name mistakes that explain outputs alone, the one that explains most of the rest first."""
    while wrong and suspects:
        best = max(suspects, key=lambda suspect: len(suspect.explains & wrong))
        if not best.explains & wrong:
            return
        yield best.mistake, best.explains & wrong
        wrong -= best.explains


def two_at_once(
    own: Prints, suspects: Sequence[Suspect], bank: Bank, left: frozenset[str]
) -> Sequence[Named]:
    """Find two mistakes that together explain what neither does alone.

    What only one of them spoils, it must explain alone; so few pairs are left to try.
    """
    tried = 0
    for one, other in simplest_first(suspects):
        common = one.spoils & other.spoils
        alone = one.spoils - common <= one.explains and other.spoils - common <= other.explains
        if not common & left or not alone:
            continue
        prints = bank.both(one.mistake.id, other.mistake.id)
        tried += prints is not None
        if tried > MOST_TRIED:
            break
        if prints and gives(own, prints, common):
            return [(it.mistake, it.spoils) for it in (one, other)]
    return ()


def gives(own: Prints, prints: Prints, outputs: frozenset[str]) -> bool:
    """Say whether two mistakes give these outputs. Where nothing but lengths is known, any two
    entries that are missing look alike."""
    return all(own.are_like(prints, output) for output in outputs) and any(
        has_numbers(own.whole(output)) for output in outputs
    )


def simplest_first(suspects: Sequence[Suspect]) -> list[tuple[Suspect, Suspect]]:
    """List all pairs, those first in which both stand early in the bank."""
    pairs = combinations(enumerate(suspects), 2)
    return [(one, other) for (_, one), (_, other) in sorted(pairs, key=lambda p: p[0][0] + p[1][0])]


def has_numbers(print_: Fingerprint | None) -> bool:
    return print_ is not None and print_.entries > 0


def related(
    plan: Plan, left: Sequence[str], seen: Mapping[str, Seen], reference: Mapping[str, Answer]
) -> Iterator[Mapping[str, Any]]:
    """Give what the outputs that no known mistake explains have to do with the right ones."""
    if not left:
        return
    arrays = {name: found for name, (found, _) in seen.items()}
    right = Right.of(plan, reference)
    for output in left:
        relation = relations.find(plan, output, arrays, right.arrays)
        if relation:
            part = first_wrong(stages_of(plan.exercise), [output])
            yield {**relation, "more": (part.look, part.formula), "reread": part.reread}


def changed_in_place(run: Run) -> tuple[Mapping[str, Any], ...]:
    """Name the inputs that a function with right results has written into."""
    changed = [name for answer in run.answers.values() for name in answer.changed]
    if not changed:
        return ()
    names = " and ".join(f"`{name}`" for name in dict.fromkeys(changed))
    return (
        {
            "id": "changed-in-place",
            "title": f"{names} is changed in place, and belongs to whoever called",
            "outputs": [],
            "hint": f"Which line writes into {names}?",
            "more": (),
            "reread": "",
        },
    )


def in_order(found: Sequence[Mapping[str, Any]], verdict: Verdict) -> list[Mapping[str, Any]]:
    """Sort mistakes by how early in the computation they show."""
    stages = stages_of(EXERCISES[verdict.exercise])
    unread = {output.name for output in verdict.outputs if is_unread(output)}

    def place(mistake: Mapping[str, Any]) -> int:
        seen = [output for output in mistake["outputs"] if output not in unread]
        return position(stages, seen or mistake["outputs"])

    return sorted(found, key=place)


def is_unread(output: OutputVerdict) -> bool:
    """Say whether this is an entry of a cache that could not be read: nothing is known of it."""
    first = next((f.message for f in output.findings if f.check == "contract"), "")
    return first.startswith(UNREAD)


def as_json(mistake: KnownMistake, outputs: list[str]) -> Mapping[str, Any]:
    return {
        "id": mistake.id,
        "title": mistake.title,
        "outputs": outputs,
        "hint": mistake.hints[0],
        "more": mistake.hints[1:],
        "reread": mistake.reread,
    }
