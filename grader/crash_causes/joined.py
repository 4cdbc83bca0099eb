"""Arrays that do not come together: joined, made of lists, one number for each row, None."""

from __future__ import annotations

import ast
import re

from grader.crash_causes import line
from grader.crash_causes.cause import Cause
from grader.crash_causes.values import BEYOND, ZEROS
from grader.exercise import Call, Exercise, Failure


def stacked_for_joined(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.stack((a_prev, xt))`, which wants equal shapes."""
    tree = line.begun(failure.line)
    asked = "all input arrays must have the same shape" in failure.message
    if not asked or not tree or "np.stack" not in dict(line.calls(tree)):
        return None
    return (
        "stacked-for-joined",
        "`np.stack` lays arrays of one shape beside each other on a new axis; these have several "
        "shapes",
        "Should the result have as many axes as each array, or one more?",
        "Write the shape under each of the arrays that `np.stack` gets.",
        "`np.concatenate((one, other))` puts arrays below each other on an axis that they have.",
    )


def list_of_arrays(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `W @ [a_prev, xt]`: a list of arrays of several shapes where an array belongs."""
    helper, tree = exercise.helper, line.begun(failure.line)
    if not tree or "inhomogeneous shape" not in failure.message:
        return None
    computes = any(isinstance(node, ast.BinOp) for node in ast.walk(tree))
    makes = any(name in ("np.array", "np.asarray") for name, _ in line.calls(tree))
    if helper or not (computes or makes):
        return None
    return (
        "list-of-arrays",
        "several arrays of several shapes, in a list or a tuple, are no array",
        "Which name of this line stands for more than one array?",
        "Look at the lines that make the names of this line: is there a list or a tuple?",
        "`np.concatenate((one, other))` makes one array of two.",
    )


def none_added(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `da[:, :, t] + da_prevt` where da_prevt is None before the first step."""
    match = re.search(
        r"unsupported operand type\(s\) for \+: '(?:numpy\.ndarray|float)' and 'NoneType'",
        failure.message,
    )
    tree = line.whole(failure.line) if match else None
    sums = [
        node
        for node in ast.walk(tree or ast.Pass())
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
    ]
    if len(sums) != 1 or not isinstance(sums[0].right, ast.Name) or "da" not in exercise.arguments:
        return None
    name, first = sums[0].right.id, sums[0].left
    is_da = isinstance(first, ast.Subscript) and line.dotted(first.value) == "da"
    return (
        "none-added",
        f"`{name}` is None here, and None cannot be added",
        f"What does `{name}` hold when this line runs for the first time?",
        f"Look at each line that puts something into `{name}`, before the loop and within it.",
        f"{BEYOND} nothing: {ZEROS}."
        if is_da and name != "dc_T"
        else "An array, or a number, belongs into it before it is added.",
    )


def keys_added(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a key of the cell's dictionary that is added to an array."""
    texts = re.search(r"did not contain a loop with signature .*dtype\('<U\d+'\)", failure.message)
    written = re.search(r"[\"'][^\"']*[\"'](?!\s*\])", failure.line)  # not a key in its brackets
    if not texts or written or "da" not in exercise.arguments:
        return None
    return (
        "keys-for-values",
        "a text meets an array here: a dictionary that is taken apart, or gone through by a loop, "
        "gives its keys",
        "What do you get, when you take a dictionary apart like a tuple: its keys or its values?",
        f"Look where the text comes from: {exercise.helper} gives back a dictionary. Does a loop "
        "go through one, or does a line put it into several names?",
        'One name for the dictionary, such as `gradients`; then `gradients["dxt"]` is the first '
        "of its arrays.",
    )


def row_sums_beside_columns(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find softmax's maximum or sum along axis 1, which gives one number for each class."""
    if exercise.name != "softmax" or call.args[0].ndim != 2:
        return None
    n, m = call.args[0].shape
    along = re.search(r"axis\s*=\s*(?:1|-1)\b|,\s*(?:1|-1)\s*\)", failure.line)
    meets = rf"together with shapes \({n},{m}\) \({n},\)"
    if n == m or not along or not re.search(meets, failure.message):
        return None
    return (
        "one-number-for-each-class",
        f"along axis 1 there is one number for each of the {n} classes; softmax needs one for each "
        f"of the {m} columns",
        "Which numbers compete in a softmax: those of one column, or those of one row?",
        "Look at each axis in this line: does the maximum, or the sum, run down a column?",
        "The classes lie along axis 0: `axis=0, keepdims=True` for both.",
    )
