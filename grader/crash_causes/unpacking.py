"""Tuples and dictionaries: how many things one holds, in which order, and what it is taken for."""

from __future__ import annotations

import ast
import re

from grader.crash_causes import line
from grader.crash_causes.cause import Cause, results, takes
from grader.exercise import Cache, Call, Exercise, Failure
from grader.exercises import EXERCISES
from grader.inputs import cache_entries


def other_number_of_things(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    if "to unpack" not in failure.message:
        return None
    helper = exercise.helper
    if helper and takes_apart(failure.line, helper):
        if EXERCISES[helper].form == "dict":
            return keys(helper)
        things = f"{helper} gives back {listed(results(helper))}"
    elif re.search(r"=\s*caches$", failure.line.strip()):
        things = "caches is a pair: the list of the cells' caches, and x"
    elif re.search(r"=\s*cache$", failure.line.strip()) and "cache" in exercise.arguments:
        length = len(call.args[exercise.arguments.index("cache")])
        things = f"a cache holds {length} things: {', '.join(cache_entries(length))}"
    else:
        return None
    held = re.search(r"a cache holds (\d+)|(pair)|gives back (\d+)", things)
    if held and not fits(failure.message, int(held[1] or held[3] or 2)):
        return None
    return (
        "other-number-of-things",
        things,
        "How many names stand on the left of the =?",
        "Compare the line that the error names with the docstring of what stands on its right.",
        "One name for each thing, in their order; a name that is not needed may be `_`.",
    )


def fits(message: str, length: int) -> bool:
    """Say whether an error may be that of so many things; else the name holds others by now."""
    expected, got = (
        re.search(r"expected (?:at least )?(\d+)", message),
        re.search(r"got (\d+)", message),
    )
    if got and int(got[1]) != length:
        return False
    return not expected or got is not None or int(expected[1]) < length


def takes_apart(text: str, helper: str) -> bool:
    """Say whether a line puts what the cell gives back into several names."""
    targets, value = line.unpacked(line.begun(text))
    return bool(targets) and isinstance(value, ast.Call) and line.dotted(value.func) == helper


def keys(helper: str, seen: str = "") -> Cause:
    """Say that a cell's dictionary is taken apart as a tuple would be."""
    names = results(helper)
    here = f"'{seen}' is a key of it, not the array" if seen else "taken apart, it gives its keys"
    return (
        "keys-for-values",
        f"{helper} gives back a dictionary: {here}",
        "What do you get, when you take a dictionary apart like a tuple: its keys or its values?",
        f"Look at the line that calls {helper}: into how many names does it put the result?",
        f'One name for the dictionary, such as `gradients`; then `gradients["{names[0]}"]` is the '
        "first of its arrays.",
    )


def key_in_place_of_an_array(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a text that should be a number, where it is one of the keys of the cell's dictionary."""
    match = re.search(r"could not convert string to float: '(\w+)'", failure.message)
    helper = exercise.helper
    if not match or not helper or EXERCISES[helper].form != "dict":
        return None
    return keys(helper, match[1]) if match[1] in results(helper) else None


def step_of_the_pair(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    tree = line.begun(failure.line) if "tuple index out of range" in failure.message else None
    taken = [node for node in ast.walk(tree or ast.Pass()) if isinstance(node, ast.Subscript)]
    steps = [
        node
        for node in taken
        if line.dotted(node.value) == "caches" and not isinstance(node.slice, ast.Constant)
    ]
    others = [node for node in taken if isinstance(node.slice, ast.Constant)]
    if not steps or any(node.value not in steps for node in others):  # another tuple, perhaps
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
    return (
        "other-arguments",
        f"{helper} takes ({takes(helper)})",
        f"What does one step of the sequence hand to {helper}, and in which order?",
        f"Look at the line that calls {helper}.",
        f"{helper}({takes(helper)}): one step's arrays, not those of the whole sequence.",
    )


def no_cache_for_the_cell(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a backward cell that takes apart what is no cache, in a line that takes nothing apart.

    Where its arguments are read first, a cache in the place of an array is found earlier.
    """
    helper, tree = exercise.helper, line.whole(failure.line)
    if not helper or "cache" not in EXERCISES[helper].arguments or not tree or line.loops(tree):
        return None
    called = [call for name, call in line.calls(tree) if name == helper]
    plain = [name for name, _ in line.calls(tree)] == [helper] and not line.unpacked(tree)[0]
    plain = plain and line.has_plain_indices(tree)
    if not called or not plain or not re.search("to unpack|inhomogeneous", failure.message):
        return None
    return (
        "no-cache-for-the-cell",
        f"{helper} takes ({takes(helper)}), and something else stands in one of these places",
        f"In which order does {helper} take its arguments?",
        f"Look at the line that calls {helper}, and at its docstring.",
        f"{helper}({takes(helper)}): arrays of one step, and the cache of that step.",
    )


def tuple_in_an_array(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a slice that is given a cache, or all that the cell gives back."""
    match = re.search(r"after 1 dimensions\. The detected shape was \((\d+),\)", failure.message)
    tree, helper = line.whole(failure.line), exercise.helper
    if not match or not helper or not isinstance(tree, ast.Assign):
        return None
    if not isinstance(tree.targets[0], ast.Subscript) or not isinstance(tree.value, ast.Name):
        return None
    if not line.has_plain_indices(tree):
        return None
    caches = [layout for layout in EXERCISES[helper].returns if isinstance(layout, Cache)]
    like = {len(cache.entries): "as the cell's cache does" for cache in caches}
    like |= {len(results(helper)): f"as many as {helper} gives back"}
    length = int(match[1])
    if length not in like:
        return None
    return (
        "tuple-in-an-array",
        f"`{tree.value.id}` is no array here: it holds {length} things, {like[length]}",
        f"In which order does {helper} give its results back?",
        f"Look at the line that makes `{tree.value.id}`, and compare its names with the docstring.",
        f"{', '.join(results(helper))} = {helper}(…): one name for each, in this order.",
    )


def listed(names: list[str]) -> str:
    return f"{len(names)} things: {', '.join(names)}"
