"""Right names: is every known mistake called by its own name, alone and together with another?

PYTHONPATH=.:tests/evidence python -m names
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from judged import Cases, judged

from grader.bank import KnownMistake
from grader.edited import at_once
from grader.exercises import EXERCISES
from grader.relations import RELATIONS
from grader.verdict import Verdict
from solutions.mistakes import Mistake, apply, of

SEEDS = (21, 22)
PAIRS = 60
RELATED = {relation.id for relation in RELATIONS} | {
    "added",
    "left-out",
    "factor-too-many",
    "factor-missing",
    "mixed-up",
    "input-handed-back",
    "cache-exchanged",
    "caches-share-an-array",
    "cached-from-the-step-after",
    "cached-from-the-step-before",
}
HEAD = """\
## Right names

Every known mistake was made in the solution, judged on {seeds} fresh case sets, and its name read.
A mistake that stops the function has no numbers to be known by: the card explains the error. One
that only writes into an input is told from that.
"""
TOGETHER = """\
### Two at once

For each function {pairs} pairs of known mistakes, drawn at random from all that can be made
together, were made in the solution and judged. *Both*: both names and no other. *One*: one of them
and no other name; the other is mostly hidden by it. *Related*: besides, a relation to the right
numbers is said. *Another name*: some name that is neither; with two slips that is often a third one
with the same numbers.
"""
KINDS = ("both", "one", "related", "another name", "no name", "stopped")


def fate(mistake: Mistake, cases: Cases) -> str:
    """Say what a known mistake is called on a case set."""
    verdict = judged(mistake.of, apply(mistake, cases.source(mistake.of)), cases)
    names = [known["id"] for known in verdict.mistakes]
    if verdict.status == "crashed":
        return "stops the function"
    if verdict.message:
        return "changes an input"
    if names == [mistake.id]:
        return "own name"
    return "own name and another" if mistake.id in names else "another name"


def alone() -> Iterator[str]:
    cases = [Cases(seed) for seed in SEEDS]
    counts: dict[str, Counter[str]] = {}
    odd = []
    for name in EXERCISES:
        counts[name] = Counter()
        for mistake in of(name):
            fates = {fate(mistake, own) for own in cases}
            kind = fates.pop() if len(fates) == 1 else "not the same on all"
            counts[name][kind] += 1
            if kind not in ("own name", "stops the function", "changes an input"):
                odd.append(f"| `{name}` | {mistake.id} | {kind} |")
    kinds = list(sum(counts.values(), Counter()))
    yield f"| function | mistakes | {' | '.join(kinds)} |"
    yield "|---|---:|" + "---:|" * len(kinds)
    for name, own in counts.items():
        yield f"| `{name}` | {own.total()} | {' | '.join(str(own[kind]) for kind in kinds)} |"
    total = sum(counts.values(), Counter())
    yield f"| all | {total.total()} | {' | '.join(str(total[kind]) for kind in kinds)} |"
    yield ""
    if odd:
        yield from ("| function | mistake | |", "|---|---|---|", *odd, "")


def pair_fate(one: KnownMistake, other: KnownMistake, verdict: Verdict) -> str:
    """Say how much of two mistakes a verdict names."""
    names = {known["id"] for known in verdict.mistakes}
    strange = names - {one.id, other.id} - RELATED
    if verdict.status == "crashed":
        return "stopped"
    if strange:
        return "another name"
    if {one.id, other.id} == names:
        return "both"
    if names & RELATED:
        return "related"
    return "one" if names else "no name"


def pairs(name: str, cases: Cases, most: int) -> Counter[str]:
    """Make pairs of an exercise's known mistakes and count what they are called."""
    source = cases.source(name)
    known = [mistake for mistake in of(name) if mistake.spoils]
    every = list(combinations(known, 2))
    random.Random(len(every)).shuffle(every)
    counts: Counter[str] = Counter()
    for one, other in every:
        if counts.total() == most:
            break
        wrong = at_once(source, one, other)
        if not wrong or not is_python(wrong):
            continue
        verdict = judged(name, wrong, cases)
        if verdict.status != "correct":  # two slips may mend each other
            counts[pair_fate(one, other, verdict)] += 1
    return counts


def is_python(source: str) -> bool:
    try:
        compile(source, "two at once", "exec")
    except SyntaxError:
        return False
    return True


def together() -> Iterator[str]:
    cases = Cases(SEEDS[0])
    yield f"| function | {' | '.join(KINDS)} |"
    yield "|---|" + "---:|" * len(KINDS)
    total: Counter[str] = Counter()
    for name in EXERCISES:
        counts = pairs(name, cases, PAIRS)
        total += counts
        yield f"| `{name}` | {' | '.join(str(counts[kind]) for kind in KINDS)} |"
    yield f"| all | {' | '.join(str(total[kind]) for kind in KINDS)} |"


def section() -> str:
    """Write what the known mistakes were called, alone and two at once."""
    head, middle = HEAD.format(seeds=len(SEEDS)), TOGETHER.format(pairs=PAIRS)
    return "\n".join([head, *alone(), middle, *together()]) + "\n"


if __name__ == "__main__":
    print(section())
