"""Variables that have no value yet, or None, and f with something else than it takes."""

from __future__ import annotations

import ast
import re

from grader.crash_causes import line
from grader.crash_causes.cause import Cause
from grader.exercise import Call, Exercise, Failure
from grader.exercises import EXERCISES

UNBOUND = (
    r"UnboundLocalError: (?:cannot access local variable '(\w+)'|local variable '(\w+)' referenced)"
)
PRODUCTS = frozenset(("dot", "einsum", "inner", "matmul", "outer", "tensordot", "vdot"))

ZEROS = "zeros of shape (n_a, m)"
BEYOND = "From beyond the last step comes"
STARTS = {
    ("rnn_forward", "a_prev"): "The state before the first step is a0.",
    ("lstm_forward", "a_prev"): "The hidden state before the first step is a0.",
    ("lstm_forward", "c_prev"): f"The cell state before the first step: {ZEROS}, if none is given.",
    ("rnn_backward", "da_next"): f"{BEYOND} nothing: {ZEROS}.",
    ("lstm_backward", "da_next"): f"{BEYOND} nothing: {ZEROS}.",
    ("lstm_backward", "dc_next"): f"{BEYOND} nothing, if nothing is given: {ZEROS}.",
}
"""What the cell gets at the first turn of the loop."""


def no_value_yet(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a variable that a line makes out of itself, or that hides a function of its name."""
    match = re.match(UNBOUND, failure.message)
    if not match:
        return None
    name = match[1] or match[2]
    if name in EXERCISES or name == "np":
        return hidden(name)
    tree = line.begun(failure.line)
    if not tree or not makes_from_itself(tree, name):
        return None
    return (
        "no-value-yet",
        f"this line makes `{name}` out of `{name}`, which has no value before",
        f"Which `{name}` should this line use when it runs for the first time: is there one?",
        f"Look above this line, and above its loop: which line puts something into `{name}`?",
        start(exercise, tree, name),
    )


def makes_from_itself(tree: ast.stmt, name: str) -> bool:
    if isinstance(tree, ast.AugAssign):
        return isinstance(tree.target, ast.Name) and tree.target.id == name
    if not isinstance(tree, ast.Assign) or name not in line.used(tree.value):
        return False
    return any(name in line.made(target) for target in tree.targets)


def start(exercise: Exercise, tree: ast.stmt, name: str) -> str:
    """Say what belongs into the variable before the loop."""
    for function, call in line.calls(tree):
        if function == exercise.helper:
            arguments = EXERCISES[function].arguments
            for argument, given in zip(arguments, call.args, strict=False):
                if name in line.used(given) and (exercise.name, argument) in STARTS:
                    return STARTS[exercise.name, argument]
    if isinstance(tree, ast.AugAssign):
        return "A sum starts with zeros of its shape, before the loop."
    return "What is carried on starts before the loop; else another name belongs on the right."


def hidden(name: str) -> Cause:
    return (
        "name-hidden",
        f"`{name}` is a variable of your function here, which hides what else has this name",
        f"Which line of your function puts something into `{name}`?",
        f"Look for `{name} =`: it makes `{name}` a variable in the whole function.",
        f"Another name for the variable; then `{name}` is what it was.",
    )


def f_of_a_part(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find f called with something that is not like x; the error came up within f."""
    tree = line.whole(failure.line) if exercise.arguments[0] == "f" else None
    called = {name for name, _ in line.calls(tree)} if tree else set()
    if not tree or "f" not in called or not within_f(tree, failure.message):
        return None
    number = "(has 0" in failure.message or "AttributeError" in failure.message
    what = "a single number" if number else "something of another shape"
    return (
        "f-of-a-part",
        f"f takes a whole array of the shape of x, and gets {what} here",
        "What does f take, by the docstring: one entry, or the array with one entry moved?",
        "Look at each call of f: what stands in its brackets?",
        "Move one entry of x, or of a copy, and give f the whole array.",
    )


def within_f(tree: ast.stmt, message: str) -> bool:
    """Say whether an error is one of f's own: nothing else in the line multiplies, or asks that."""
    own = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    if re.search("matmul|not aligned", message):
        products = (node for node in ast.walk(tree) if isinstance(node, ast.MatMult))
        return not any(products) and not PRODUCTS & (own | line.used(tree))
    asked = re.search(r"AttributeError: '(?:float|int)' object has no attribute '(\w+)'", message)
    return asked is not None and asked[1] not in own


def nothing_given(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find the dc_T that is not given, as it comes to the cell, or is asked for a method.

    In the call of the cell, nothing else may be None: da is added to from the right.
    """
    is_given = exercise.name != "lstm_backward" or len(call.args) > len(exercise.arguments)
    tree = line.whole(failure.line)
    if is_given or not tree or line.loops(tree):
        return None
    name = asked_of_nothing(tree, failure.message) or handed_as_nothing(tree, failure.message)
    if not name:
        return None
    what = "`dc_T` is None" if name == "dc_T" else f"`{name}` is None here, as `dc_T` is"
    return (
        "nothing-given",
        f"{what} where no `dc_T` is given",
        "What comes back to the cell state from beyond the last step, if nobody says so?",
        "Follow the second argument of the cell back to the line that makes it: what is it without "
        "a dc_T?",
        f"If dc_T is None: {ZEROS}.",
    )


def asked_of_nothing(tree: ast.stmt, message: str) -> str:
    """Give dc_T, where it is asked for what None does not have, and no other thing is."""
    match = re.match(r"AttributeError: 'NoneType' object has no attribute '(\w+)'", message)
    owners = {
        line.dotted(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and match and node.attr == match[1]
    }
    return "dc_T" if owners == {"dc_T"} else ""


def handed_as_nothing(tree: ast.stmt, message: str) -> str:
    """Give the name that the cell gets as dc_next, where that has to be None."""
    called = [node for name, node in line.calls(tree) if name == "lstm_cell_backward"]
    if len(called) != 1 or len(called[0].args) != 3 or not line.has_plain_indices(tree):
        return ""
    da, dc, cache = called[0].args
    is_sum = isinstance(da, ast.BinOp) and isinstance(da.op, ast.Add)
    first = da.left if isinstance(da, ast.BinOp) and is_sum else da
    if not isinstance(first, ast.Subscript) or not isinstance(cache, (ast.Name, ast.Subscript)):
        return ""
    added = r"TypeError: unsupported operand type\(s\) for \+: 'NoneType' and "
    is_first = re.match(added, message)
    return dc.id if is_first and isinstance(dc, ast.Name) and is_alone(tree, called[0]) else ""


def is_alone(tree: ast.stmt, call: ast.Call) -> bool:
    """Say whether a line does nothing but this call, and puts its result into one name."""
    return isinstance(tree, (ast.Assign, ast.Expr)) and tree.value is call
