"""What is kept for the backward pass: the right things in another order, or the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from grader.checks.values import TOLERANCE
from grader.exercise import Arrays, Path
from grader.relations.pair import Evidence, Said

SWAPPED = "In which order does the backward pass take the cache apart?"
SAME = "Are these T_x arrays, or T_x names for one array that every step writes into?"
LATE = "Of which step are the states that go into the cache of step t?"

Calls = Sequence[tuple[Arrays, Arrays]]
"""The learner's arrays and the right ones, call by call."""


def find(evidence: Evidence) -> Said | None:
    """Find what is wrong with the entries of a cache, or of the caches of a sequence."""
    calls = [
        (own_part(evidence.seen[call], evidence.output), own_part(right, evidence.output))
        for call, right in evidence.right.items()
    ]
    wrong = list(dict.fromkeys(name for seen, right in calls for name in differing(seen, right)))
    if not wrong:
        return None
    return exchanged(calls, wrong) or one_for_all(calls, wrong) or beside(calls, wrong)


def own_part(arrays: Arrays, output: str) -> Arrays:
    """Leave out what is not an entry of this cache; parameters are no matter of time or order."""
    return {
        path: array
        for path, array in arrays.items()
        if path[0] == output and len(path) > 1 and "parameters" not in path
    }


def same(a: np.ndarray | None, b: np.ndarray | None) -> bool:
    if a is None or b is None or a.shape != b.shape:
        return False
    return bool(np.allclose(a, b, rtol=0, atol=100 * TOLERANCE))


def differing(seen: Arrays, right: Arrays) -> Iterator[str]:
    for path, array in right.items():
        if not same(seen.get(path), array):
            yield str(path[-1])


def entries(right: Arrays, name: str) -> list[Path]:
    return [path for path in right if path[-1] == name]


def exchanged(calls: Calls, wrong: Sequence[str]) -> Said | None:
    """Find entries that stand in each other's places, on every call and at every step."""
    places = []
    for name in wrong:
        others = dict.fromkeys(str(path[-1]) for path in calls[0][1] if path[-1] != name)
        holds = [o for o in others if all(stands(seen, right, name, o) for seen, right in calls)]
        if len(holds) != 1:
            return None
        places.append(f"{holds[0]} where {name} belongs")
    return "cache-exchanged", f"{{output}} holds {', '.join(places)}", SWAPPED


def stands(seen: Arrays, right: Arrays, name: str, other: str) -> bool:
    paths = entries(right, name)
    return bool(paths) and all(same(seen.get(p), right.get((*p[:-1], other))) for p in paths)


def one_for_all(calls: Calls, wrong: Sequence[str]) -> Said | None:
    """Find entries that are the same at every step, though the steps differ."""
    told = [(seen, right) for seen, right in calls if len(entries(right, wrong[0])) > 2]
    for seen, right in told:
        for name in wrong:
            *before, last = entries(right, name)
            if not before or not all(same(seen.get(path), seen.get(last)) for path in before):
                return None
    title = f"the caches of all steps hold one and the same {' and the same '.join(wrong)}"
    return ("caches-share-an-array", title, SAME) if told else None


def beside(calls: Calls, wrong: Sequence[str]) -> Said | None:
    """Find entries that belong one step earlier or later."""
    what = f"{' and '.join(wrong)} in the caches {'is' if len(wrong) == 1 else 'are'}"
    for by, word in ((1, "after"), (-1, "before")):
        moved = [
            (seen.get(path), right.get((path[0], path[1] + by, name)))
            for seen, right in calls
            for name in wrong
            for path in entries(right, name)
            if isinstance(path[1], int)
        ]
        told = [(a, b) for a, b in moved if b is not None]
        if told and all(same(a, b) for a, b in told):
            return f"cached-from-the-step-{word}", f"{what} of the step {word}", LATE
    return None
