"""Variables that have no value yet, and functions that get something else than they take."""

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
