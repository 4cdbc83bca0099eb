"""What a wrong output has to do with the right one, where no known mistake explains it.

A relation is said only if it holds on every call. It needs no bank: the negative, the transpose,
the mean for the sum, right at the first step alone, another array in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.exercise import Arrays, Plan
from grader.relations import arrays, caches
from grader.relations.calls import CALLS
from grader.relations.functions import FUNCTIONS
from grader.relations.pair import Evidence, Relation, Said
from grader.relations.places import PLACES
from grader.relations.sizes import SIZES

__all__ = ["RELATIONS", "find"]

RELATIONS: tuple[Relation, ...] = (*SIZES, *PLACES, *FUNCTIONS, *CALLS)
"""Those of a wrong array and the right one alone; the last ones say least."""


@np.errstate(all="ignore")  # these are a learner's numbers
def find(
    plan: Plan, output: str, seen: Mapping[str, Arrays], right: Mapping[str, Arrays]
) -> dict[str, Any] | None:
    """Find what a wrong output has to do with the right one, or with another array.

    Parameters
    ----------
    plan : Plan
    output : str
        Such as "dWax" or "cache".
    seen, right : dict
        The learner's arrays and the right ones, by call.

    Returns
    -------
    mistake : dict or None
        In the form of a named mistake.
    """
    evidence = Evidence(plan, output, seen, right)
    found = (
        alone(evidence, (*SIZES, *PLACES, *FUNCTIONS))
        or arrays.find(evidence)
        or caches.find(evidence)
        or alone(evidence, CALLS)
    )
    if found is None:
        return None
    id, title, hint = found
    title, hint = (words.format(output=output) for words in (title, hint))
    return {"id": id, "title": title, "outputs": [output], "hint": hint, "reread": ""}


def alone(evidence: Evidence, relations: tuple[Relation, ...]) -> Said | None:
    """Find the first relation that holds between the output and the right one."""
    pairs = evidence.pairs()
    if not evidence.is_complete(pairs):
        return None
    fitting = (one for one in relations if re.fullmatch(one.of, evidence.output))
    found = (relation for relation in fitting if relation.holds(pairs))
    return next(((relation.id, relation.title, relation.hint) for relation in found), None)
