"""Loops over what cannot be gone through, and indices that what they stand behind does not take."""

from __future__ import annotations

import ast
import re

import numpy as np

from grader.crash_causes import line
from grader.crash_causes.cause import Cause, beyond
from grader.crash_causes.shapes import WHATEVER_AXES
from grader.exercise import Call, Exercise, Failure
from grader.exercises import EXERCISES
from grader.inputs import sizes


def number_gone_through(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `for t in T_x` and `reversed(T_x)`."""
    match = re.fullmatch(r"TypeError: 'int' object is not (iterable|reversible)", failure.message)
    tree = line.whole(failure.line) if match else None
    if not match or not tree:
        return None
    if match[1] == "iterable":
        gone = [
            node.iter for node in ast.walk(tree) if isinstance(node, (ast.For, ast.comprehension))
        ]
    else:
        gone = [node.args[0] for name, node in line.calls(tree) if name == "reversed" and node.args]
    if len(gone) != 1 or not isinstance(gone[0], (ast.Name, ast.Subscript, ast.Constant)):
        return None
    name = ast.unparse(gone[0])
    turns = f"range({name})"
    return (
        "number-gone-through",
        f"`{name}` is one number, and a loop goes through many things",
        f"Through which numbers should this loop go, if `{name}` is how many there are?",
        "Look at the head of the loop, behind `in`.",
        f"`{turns}` is 0, 1, 2 and so on, {name} numbers in all."
        if match[1] == "iterable"
        else f"`reversed({turns})` goes from {name} - 1 down to 0.",
    )


def range_of_many(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `range(x.shape)`, `range(x)` and `range(steps)`."""
    match = re.search(
        r"'(tuple|list|numpy\.ndarray)' object cannot be interpreted as an integer"
        r"|only integer scalar arrays can be converted",
        failure.message,
    )
    tree = line.whole(failure.line) if match else None
    asked = [node for name, node in line.calls(tree) if name == "range"] if tree else []
    if not match or len(asked) != 1 or len(asked[0].args) != 1:
        return None
    given = line.dotted(asked[0].args[0])
    head = isinstance(tree, ast.For) or not match[0].startswith("only")
    if not given or not head:
        return None
    whats = {"tuple": "a tuple", "list": "a list"}.get(match[1] or "", "an array")
    if given.endswith(".shape"):
        owner = given.removesuffix(".shape")
        belongs = (
            f"`range({given}[0])` goes along the first axis; `np.ndindex({given})` goes through "
            f"all entries of {owner}."
        )
    else:
        belongs = f"`range(len({given}))` counts the things in it; `for one in {given}` takes them."
    return (
        "range-of-many",
        f"`range` takes whole numbers, and `{given}` is {whats}",
        "How many turns should this loop make, and which number says so?",
        "Look at what stands in the brackets of `range`.",
        belongs,
    )


LISTS = {
    "list indices must be integers or slices, not tuple": (
        "a list takes one index, and here are several, with commas between",
        "`a = np.zeros((n_a, m, T_x))` is an array, and takes `a[:, :, t]`; a list takes `a[t]` "
        "or `append`.",
    ),
    "list assignment index out of range": (
        "this list has no such place yet: a list grows by `append` alone",
        "`steps.append(cache)` adds a place at the end; an array of zeros has all its places "
        "from the beginning.",
    ),
    "tuple indices must be integers or slices, not str": (
        "a tuple has places, not keys: text in square brackets finds nothing in it",
        "One name for each thing, in their order, takes a tuple apart: `one, other = pair`.",
    ),
    "tuple indices must be integers or slices, not tuple": (
        "a tuple takes one index, and here are several, with commas between",
        "Take the array out of the tuple first; then slice it.",
    ),
    "list indices must be integers or slices, not str": (
        "a list has places, not keys: text in square brackets finds nothing in it",
        "Take one step's thing out first, by its number; a dictionary takes a key.",
    ),
}
"""What Python says of an index -> what it means, and what belongs there."""


def index_of_a_list(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find an index that lists and tuples do not take."""
    said = failure.message.partition(": ")[2]
    if said not in LISTS:
        return None
    title, belongs = LISTS[said]
    return (
        "index-of-a-list",
        title,
        "Of which kind is what stands before the square brackets: an array, a list, a tuple?",
        "Look at the line that makes it, or at the docstring, if it is an argument.",
        belongs,
    )


def step_on_the_first_axis(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `da[t]` and `x[t]`, where t is beyond the features."""
    far = beyond(failure)
    if not far or far.axis != 0:
        return None
    tree, letter = line.begun(failure.line), sizes(exercise, call).get(far.size)
    bricks = {
        name: len(value)
        for name, value in zip(exercise.arguments, call.args, strict=False)
        if getattr(value, "ndim", 0) == 3
    }
    if "caches" in exercise.arguments:
        bricks["x"] = len(call.args[exercise.arguments.index("caches")][1])
    found = {
        (line.dotted(node.value), node.slice.id)
        for node in ast.walk(tree or ast.Pass())
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Name)
    }
    found = {(name, step) for name, step in found if bricks.get(name) == far.size}
    if not letter or len(found) != 1 or letter == "T_x":
        return None
    name, step = found.pop()
    return (
        "step-on-the-first-axis",
        f"`{name}[{step}]` looks along the first axis, {letter} long; the steps lie on the last",
        f"On which axis of `{name}` do the steps lie, by the docstring?",
        f"Look at the square brackets behind `{name}`: which axis does {step} count on?",
        f"One step of {name} is `{name}[:, :, {step}]`.",
    )


def single_numbers(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a tool that goes through the rows of a vector, whose rows are single numbers."""
    single = re.search(
        r"'numpy\.float64' object (is not iterable|is not subscriptable|has no len\(\))"
        r"|of type 'numpy\.float64' has no len\(\)|invalid index to scalar variable"
        r"|too many indices for array: array is 1-dimensional, but 2",
        failure.message,
    )
    given = [(n, v) for n, v in zip(exercise.arguments, call.args, strict=False) if n != "f"]
    if not single or exercise.name not in WHATEVER_AXES or getattr(given[0][1], "ndim", 0) != 1:
        return None
    name, array = given[0]
    return (
        "other-axes",
        f"`{name}` has one axis here: `{name}.shape` is {array.shape}",
        f"How many axes may `{name}` have, by the docstring?",
        f"Look at every line that counts on the number of axes of `{name}`.",
        WHATEVER_AXES[exercise.name],
    )


def entry_not_there_yet(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `total[k] += gradients[k]` with a dictionary that is still empty.

    Python looks for the entry on the left first, and the cell's own keys are on the right.
    """
    match = re.fullmatch(r"KeyError: '(\w+)'", failure.message)
    tree = line.begun(failure.line) if match else None
    helper = exercise.helper
    if not match or not helper or not isinstance(tree, ast.AugAssign):
        return None
    keys = {layout.name for layout in EXERCISES[helper].returns}
    left = tree.target
    if match[1] not in keys or not isinstance(left, ast.Subscript):
        return None
    name = line.dotted(left.value)
    if not name:
        return None
    return (
        "entry-not-there-yet",
        f"`{name}` has no entry '{match[1]}' yet, and += adds to what is there",
        f"What does `{name}` hold when this line runs for the first time?",
        f"Look at the line that makes `{name}`, before the loop.",
        "A sum starts with zeros of its shape, before the loop; dx is no sum.",
    )


def row_after_row(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `x[i]` with i from 0 to x.size - 1, where x has several axes."""
    far = beyond(failure)
    tree = line.begun(failure.line) if exercise.name == "numerical_gradient" else None
    x = np.asarray(call.args[-1] if tree else 0)
    if not far or not tree or x.ndim < 2 or far != (len(x), 0, len(x)):
        return None
    one = [node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    of = {line.dotted(node.value) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    if not one or not all(isinstance(index, ast.Name) for index in one):
        return None
    if not any("x" in name for name in of) or "" in of:  # x.ravel()[i] is a single entry
        return None
    return (
        "row-after-row",
        f"one index takes a whole row, and x has {len(x)} rows here, not {x.size}",
        "How many indices does it take to reach a single entry of a matrix?",
        "Look at the head of the loop: does it count entries, or rows?",
        WHATEVER_AXES[exercise.name],
    )


def beyond_the_list(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `steps[t]` where t begins with T_x."""
    tree = line.begun(failure.line)
    if failure.message != "IndexError: list index out of range" or not tree:
        return None
    taken = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and not isinstance(node.slice, (ast.Tuple, ast.Slice))
    ]
    if len(taken) != 1 or not line.dotted(taken[0].value):
        return None
    name, index = line.dotted(taken[0].value), ast.unparse(taken[0].slice)
    return (
        "beyond-the-list",
        f"the list `{name}` has no place `{index}`: it is not that long",
        f"How many things does `{name}` hold when this line runs, and which is the last place?",
        f"Look at the first and the last value of `{index}`.",
        "T_x things have the places 0 to T_x - 1; `reversed(range(T_x))` begins with the last.",
    )
