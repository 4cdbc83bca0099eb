"""Does every small change of a right answer lose marks? Mutants made, judged, counted.

    PYTHONPATH=.:tests/evidence python -m mutants      (all of them: a minute or two)

A mutant meets the grader here, no test suite.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import ndiff
from functools import cache
from importlib.metadata import version
from itertools import product

from equivalent_mutants import EQUIVALENT, sources
from mutations import Change, changes

from grader import stub
from grader.checks import judge
from grader.exercise import PUBLIC_SEED, Answer, Plan
from grader.exercises import EXERCISES
from grader.judging import setting_for
from grader.reference import Live
from grader.runners import in_process
from grader.submission import from_file
from grader.verdict import Verdict

CASE_SETS = (PUBLIC_SEED, 1, 2)
SECONDS = 5.0
PARTS = 8
SAMPLE = 3
"""Mutants of each operator in the quick part."""

LOST = ("crashed", "wrong", "timeout")
HEAD = """\
## Every mutant loses marks

A mutant is a right answer with one small change. mutmut {version}, a general tool, made all the
changes it knows in the thirteen solutions, and so did operators for array code that it lacks
(`tests/evidence/array_operators.py`). The solutions stood there without the optional arguments
that nobody is asked for. Each mutant was judged alone, on the public cases and on two other case
sets. It *lost marks* if it crashed, or got less than the maximum on all three. It is *equivalent*
if it stands in the last table, with the reason why it is right, and got the maximum on all three.
Changes *outside* the solution's region do not count, and what two operators make counts once."""
COLUMNS = ("mutants", "lost marks", "of these by a crash", "equivalent", "survived", "outside")


@dataclass(frozen=True)
class Mutant:
    """A changed function, and what became of it.

    `fate` is "crashed", "wrong", "timeout", "equivalent", "survived" or "outside".
    """

    function: str
    source: str
    operator: str
    ours: bool
    fate: str


@cache
def reference(seed: int) -> Live:
    return Live(seed)


@cache
def solution(function: str) -> str:
    return stub.full(reference(PUBLIC_SEED).source(function))


def mutant(function: str, change: Change) -> Mutant | None:
    """Write a mutant and judge it; None if nothing is changed."""
    right, source = solution(function), change.write()
    if source == right:
        return None
    before, after = right.partition(stub.BEGIN)[0], right.partition(stub.END)[2]
    inside = source.startswith(before + stub.BEGIN) and source.endswith(stub.END + after)
    fate = fate_of(function, source) if inside else "outside"
    return Mutant(function, source, change.operator, change.ours, fate)


def fate_of(function: str, source: str) -> str:
    """Judge a changed function on all case sets; a crash on the first is enough."""
    verdicts = (judged(function, source, seed) for seed in CASE_SETS)
    first = next(verdicts)
    if first.status == "crashed":
        return "crashed"
    marks = [lost(first), *map(lost, verdicts)]
    if source in sources(function, solution(function)) and not any(marks):
        return "equivalent"
    return first.status if all(marks) else "survived"


def lost(verdict: Verdict) -> bool:
    return verdict.points < verdict.max_points


def judged(function: str, source: str, seed: int = PUBLIC_SEED) -> Verdict:
    """Judge a function as the course does, but for the names of mistakes."""
    exercise = EXERCISES[function]
    plan, answers = asked(function, seed)
    code = from_file("mutant.py", f"import numpy as np\n\n\n{source}")
    setting = setting_for(exercise, code, reference(seed))
    return judge(plan, in_process.run(code, plan, setting, SECONDS), answers)


@cache
def asked(function: str, seed: int) -> tuple[Plan, Mapping[str, Answer]]:
    """Give a case set with its right answers."""
    plan = reference(seed).plan(EXERCISES[function])
    return plan, reference(seed).answers(plan)


def part(function: str, number: int) -> list[Mutant | None]:
    """Judge one part of a function's mutants, so that two cores share the work."""
    return [mutant(function, change) for change in changes(solution(function))[number::PARTS]]


def every_mutant() -> list[Mutant]:
    """Make and judge all mutants.

    Raises
    ------
    ValueError
        If something is listed as equivalent that no operator makes, or that loses marks.
    """
    tasks = list(product(range(PARTS), EXERCISES))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        parts = pool.map(part, [name for _, name in tasks], [number for number, _ in tasks])
        mutants = once(one for mutants in parts for one in mutants if one)
    if said := not_found(mutants):
        raise ValueError(f"listed as equivalent, but no mutant with full marks:\n{said}")
    return mutants


def not_found(mutants: Iterable[Mutant]) -> str:
    """Show what is listed as equivalent and is not among these mutants as such."""
    found = {(one.function, one.source) for one in mutants if one.fate == "equivalent"}
    listed = [(name, source) for name in EXERCISES for source in sources(name, solution(name))]
    missing = [Mutant(*entry, "", True, "") for entry in listed if entry not in found]
    return "\n".join(f"{one.function}:\n{shown(one)}" for one in missing)


def a_few_of_each(seed: int = 0) -> list[Mutant]:
    """Make and judge a sample: some mutants of every operator."""
    by_operator: dict[tuple[bool, str], list[tuple[str, Change]]] = {}
    for name in EXERCISES:
        for change in changes(solution(name)):
            by_operator.setdefault((change.ours, change.operator), []).append((name, change))
    rng = random.Random(seed)
    chosen = (rng.sample(found, min(SAMPLE, len(found))) for found in by_operator.values())
    mutants = (mutant(name, change) for found in chosen for name, change in found)
    return once(one for one in mutants if one)


def once(mutants: Iterable[Mutant]) -> list[Mutant]:
    """Keep one of several equal mutants: the general tool's, where it made one."""
    kept: dict[tuple[str, str], Mutant] = {}
    for one in sorted(mutants, key=lambda one: (one.ours, one.operator)):
        kept.setdefault((one.function, one.source), one)
    return list(kept.values())


def section(quick: bool = False) -> str:
    """Write what became of all mutants, or of a sample, as a section of Markdown."""
    return page(a_few_of_each() if quick else every_mutant())


def page(mutants: list[Mutant]) -> str:
    whose = {False: "mutmut", True: "ours"}
    by_function = {f"`{name}`": [m for m in mutants if m.function == name] for name in EXERCISES}
    by_operator: dict[str, list[Mutant]] = {}
    for one in mutants:
        by_operator.setdefault(f"{one.operator} ({whose[one.ours]})", []).append(one)
    lines = [
        HEAD.format(version=version("mutmut")),
        "",
        *table("function", by_function),
        *table("all", {whose[ours]: [m for m in mutants if m.ours == ours] for ours in whose}),
        *table("operator", by_operator),
    ]
    for one in mutants:
        if one.fate == "survived":
            lines += [f"**Survived** in `{one.function}`:", "", "```diff", shown(one), "```", ""]
    lines += ["| function | the solution says | as right is | because |", "|---|---|---|---|"]
    for entry in EQUIVALENT:
        others = "<br>".join(f"`{new}`" for new in entry.new)
        lines.append(f"| `{entry.function}` | `{entry.old}` | {others} | {entry.why} |")
    return "\n".join(lines) + "\n"


def table(title: str, groups: Mapping[str, list[Mutant]]) -> list[str]:
    """Count the fates in groups of mutants, and in all of them."""
    everything = [one for group in groups.values() for one in group]
    rows = [f"| {title} | {' | '.join(COLUMNS)} |", f"|---|{'---:|' * len(COLUMNS)}"]
    for name, group in (*groups.items(), ("**together**", everything)):
        fates = Counter(one.fate for one in group)
        counted = fates.total() - fates["outside"]
        marks = sum(fates[fate] for fate in LOST)
        cells = (counted, marks, fates["crashed"], *(fates[fate] for fate in COLUMNS[3:]))
        rows.append(f"| {name} | {' | '.join(map(str, cells))} |")
    return [*rows, ""]


def shown(one: Mutant) -> str:
    lines = ndiff(solution(one.function).splitlines(), one.source.splitlines())
    return "\n".join(line for line in lines if line[0] in "+-")


if __name__ == "__main__":
    print(section(quick="--quick" in sys.argv), end="")
