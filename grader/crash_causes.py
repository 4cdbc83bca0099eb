"""Why a function stopped, where its error and the inputs of the call leave no doubt.

In the course's own words: which parameter was not taken out, which sizes do not fit, how many
things a cell gives back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from grader.exercise import Call, Exercise, Failure, Plan, Run
from grader.exercises import EXERCISES
from grader.inputs import cache_entries, inputs, sizes

Cause = tuple[str, str, str, str, str]
"""(id, title, a question, where to look, what belongs there)"""


def find(plan: Plan, run: Run) -> tuple[Mapping[str, Any], ...]:
    """Explain the first call that failed; nothing where its error may have several causes."""
    for name, call in plan.calls.items():
        answer = run.answers.get(name)
        if answer and answer.failure:
            cause = explain(plan.exercise, call, answer.failure)
            return (as_json(cause),) if cause else ()
    return ()


def as_json(cause: Cause) -> Mapping[str, Any]:
    id, title, question, look, formula = cause
    return {
        "id": id,
        "title": title,
        "outputs": [],
        "hint": question,
        "more": (look, formula),
        "reread": "",
    }


def explain(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find the cause of an error."""
    if failure.kind != "crashed":
        return None
    found = (cause(exercise, call, failure) for cause in CAUSES)
    return next((cause for cause in found if cause), None)


def name_not_taken_out(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    match = re.match(r"NameError: name '(\w+)' is not defined", failure.message)
    known = dict(inputs(exercise, call))
    if not match or match[1] not in known or match[1] in exercise.arguments:
        return None
    name = match[1]
    cached = name in cache_entries(4) + cache_entries(10)
    home = "the cache" if cached else "`parameters`"
    return (
        "name-not-taken-out",
        f"`{name}` is not defined: take it from {home}",
        f"Where does your function get `{name}` from, when it runs alone?",
        f"Look at the first lines of your function: which entries of {home} do they take out?",
        "The cache is a tuple: one name for each entry, in their order."
        if cached
        else f'The entry of `parameters` under the key "{name}".',
    )


def name_misspelt(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    match = re.match(r"(NameError: name|KeyError:) '(\w+)'", failure.message)
    names = [*exercise.arguments, *dict(inputs(exercise, call)), *results(exercise.helper)]
    if not match or match[2] in names:
        return None
    meant = nearest(match[2], names)
    if not meant:
        return None
    return (
        "name-misspelt",
        f"there is no `{match[2]}` here; there is `{meant}`",
        f"How is `{meant}` spelt in the docstring, letter by letter?",
        f"Look at the line that the error names, and at the line that makes `{match[2]}`.",
        "Names and keys are those of the docstring; capital and small letters differ.",
    )


def nearest(written: str, names: Sequence[str]) -> str:
    """Find the name that was meant: that of the same letters, else the one that is closest."""
    anagrams = [name for name in names if sorted(name.lower()) == sorted(written.lower())]
    close = [*dict.fromkeys(anagrams or get_close_matches(written, names, 3, 0.6))]
    likeness = [SequenceMatcher(None, name, written).ratio() for name in close]
    is_clear = len(close) == 1 or (len(close) > 1 and likeness[0] > likeness[1])
    return close[0] if is_clear else ""


def sizes_that_do_not_fit(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    if not re.search(r"matmul|not aligned|broadcast|must match", failure.message):
        return None
    known = sizes(exercise, call)
    shapes = [lettered(shape, known) for shape in re.findall(r"\((\d[\d, ]*)\)", failure.message)]
    lengths = [int(n) for n in re.findall(r"(?:size|from) (\d+)", failure.message)]
    told = [f"{n} is {known[n]}" for n in dict.fromkeys(lengths) if n in known]
    if len(shapes) > 1 and all(shapes):
        said = " meets ".join(shapes[:2])
    elif len(told) > 1:
        said = f"here {' and '.join(told[:2])}"
    else:
        return None
    return (
        "sizes-that-do-not-fit",
        f"the shapes do not fit: {said}",
        "Which two arrays meet in this line, and which of their axes meet?",
        "Write the shape under every array of the line, in letters. In a product `@` the inner two "
        "letters must be the same; entry by entry all must be.",
        "Another order, a transpose, another slice or another axis: whichever makes the letters "
        "fit those of the formula.",
    )


def lettered(shape: str, known: Mapping[int, str]) -> str:
    """Write a shape in letters; "" where one of its lengths has none."""
    lengths = [int(part) for part in shape.split(",") if part.strip()]
    letters = ["1" if length == 1 else known.get(length, "") for length in lengths]
    return f"({', '.join(letters)}{',' if len(letters) == 1 else ''})" if all(letters) else ""


def other_number_of_things(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    if "to unpack" not in failure.message:
        return None
    helper = exercise.helper
    if helper and f"{helper}(" in failure.line:
        things = f"{helper} gives back {listed(results(helper))}"
    elif re.search(r"=\s*caches$", failure.line.strip()):
        things = "caches is a pair: the list of the cells' caches, and x"
    elif re.search(r"=\s*cache$", failure.line.strip()) and "cache" in exercise.arguments:
        length = len(call.args[exercise.arguments.index("cache")])
        things = f"a cache holds {length} things: {', '.join(cache_entries(length))}"
    else:
        return None
    return (
        "other-number-of-things",
        things,
        "How many names stand on the left of the =?",
        "Compare the line that the error names with the docstring of what stands on its right.",
        "One name for each thing, in their order; a name that is not needed may be `_`.",
    )


def step_of_the_pair(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    if "tuple index out of range" not in failure.message or "caches[" not in failure.line:
        return None
    return (
        "step-of-the-pair",
        "caches is a pair, the list of the cells' caches and x: it has no step t",
        "Which of the two things in caches has an entry for every step?",
        "Look at the line that takes caches apart, and at what is indexed with t.",
        "The first thing in caches is the list of T_x caches; take it out once, then index it.",
    )


def other_arguments(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    helper = exercise.helper
    asked = re.match(r"TypeError: (\w+)\(\) (takes|missing|got)", failure.message)
    if not helper or not asked or asked[1] != helper:
        return None
    takes = ", ".join(EXERCISES[helper].arguments)
    return (
        "other-arguments",
        f"{helper} takes ({takes})",
        f"What does one step of the sequence hand to {helper}, and in which order?",
        f"Look at the line that calls {helper}.",
        f"{helper}({takes}): one step's arrays, not those of the whole sequence.",
    )


def results(name: str | None) -> list[str]:
    return [layout.name for layout in EXERCISES[name].returns] if name else []


def listed(names: list[str]) -> str:
    return f"{len(names)} things: {', '.join(names)}"


CAUSES: tuple[Callable[[Exercise, Call, Failure], Cause | None], ...] = (
    name_not_taken_out,
    name_misspelt,
    sizes_that_do_not_fit,
    other_number_of_things,
    step_of_the_pair,
    other_arguments,
)
