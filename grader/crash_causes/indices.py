"""Indices: too many of them, too far along an axis, no whole numbers, behind a single number."""

from __future__ import annotations

import ast
import re

from grader.crash_causes import line
from grader.crash_causes.cause import Cause, beyond
from grader.exercise import Call, Exercise, Failure
from grader.inputs import sizes


def too_many_indices(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    match = re.search(
        r"too many indices for array: array is (\d)-dimensional, but (\d) were indexed",
        failure.message,
    )
    if not match:
        return None
    axes = "one axis" if match[1] == "1" else f"{match[1]} axes"
    return (
        "too-many-indices",
        f"an array with {axes} gets {match[2]} indices",
        "How many axes has the array that stands before these brackets?",
        "Look at the line that makes it, or at the docstring, if it is an argument.",
        "An array takes at most one index for each of its axes.",
    )


def beyond_an_axis(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find an index on an axis that is shorter, and say which size the axis has."""
    far = beyond(failure)
    letter = sizes(exercise, call).get(far.size) if far else None
    if not far or not letter:
        return None
    index, axis, size = far
    return (
        "beyond-an-axis",
        f"index {index} is too far for axis {axis}, which is {letter} = {size} long",
        f"What does this index count, and does axis {axis} count the same?",
        "Write the shape under the array, in letters, and compare its axes with the indices in "
        "the brackets, one by one.",
        "In ids, (m, T_x), examples lie on axis 0 and steps on axis 1; in x, (n, m, T_x), symbols "
        "come first."
        if exercise.name == "one_hot"
        else "In x and a, features or units lie on axis 0, examples on axis 1, steps on axis 2; "
        "each counts from 0.",
    )


def no_whole_number(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `for v in z: s[v] = …`, where v is an entry of z and no place."""
    said = re.search(
        "only integers, slices .* are valid indices|arrays used as indices must be of integer",
        failure.message,
    )
    tree = line.begun(failure.line) if said else None
    if not tree or any(
        isinstance(n, ast.Constant) and type(n.value) is str for n in line.in_brackets(tree)
    ):
        return None
    return (
        "no-whole-number",
        "an index is a whole number, and here something else stands in the brackets",
        "What stands in these brackets: the place of an entry, the entry itself, or a fraction?",
        "Follow the index back to where it is made: to the head of a loop, or to a `/`.",
        "`for i in range(len(a))` gives the places of a, and `for v in a` what stands there; "
        "`//` divides to a whole number, `/` does not.",
    )


def slice_of_f(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `f(x + h)[i]`: f gives one number."""
    tree = line.begun(failure.line)
    if "'float' object is not subscriptable" not in failure.message or not tree:
        return None
    taken = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Call)
    ]
    if exercise.arguments[0] != "f" or not taken or any(line.dotted(c.func) != "f" for c in taken):
        return None
    return (
        "slice-of-f",
        "f gives a single number, of which nothing can be taken out",
        "How many numbers does f give back, by the docstring?",
        "Look at what stands behind each call of f.",
        "Move one entry of x, and f says in one number how the whole of it changes.",
    )
