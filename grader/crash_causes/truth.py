"""Where one truth value is needed and an array has many: `if`, `and`, Python's own `max`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.crash_causes import line
from grader.crash_causes.cause import Cause
from grader.exercise import Call, Exercise, Failure
from grader.exercises import EXERCISES

MANY = "The truth value of an array with more than one element is ambiguous"
CONDITIONS = ("if", "while", "and", "or", "not")
COMPARING = ("max", "min")
OTHERS = ("all", "any", "bool", "filter", "sorted")
"""What else may ask an array for its truth; beside it, nobody knows which one has."""


def one_truth_of_many(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    tree = line.whole(failure.line) if MANY in failure.message else None
    asking = set(askers(tree)) if tree else set()
    if tree and exercise.lesson != EXERCISES["one_hot"].lesson and compares_two(tree):
        return None  # perhaps two caches, whose entries Python asks one by one
    if len(asking) == 1 and asking <= set(COMPARING):
        return compared(asking.pop())
    if asking and asking <= set(CONDITIONS):
        return condition([word for word in CONDITIONS if word in asking])
    return None


def condition(words: list[str]) -> Cause:
    quoted = [f"`{word}`" for word in words]
    if len(quoted) == 1:
        title = f"{quoted[0]} takes one truth value, and here it gets a whole array of them"
    else:
        each = f"{', '.join(quoted[:-1])} and {quoted[-1]}"
        title = f"{each} take one truth value each, and here one of them gets a whole array"
    return (
        "one-truth-of-many",
        title,
        "How many numbers are compared in this line, and for which of them does the answer hold?",
        "Look at the condition: an array compared with a number is an array of True and False.",
        "Entry by entry chooses `np.where(condition, this, that)`; conditions are joined by `&` "
        "and `|`, each in round brackets. One answer for a whole array give `np.all` and `np.any`.",
    )


def compared(name: str) -> Cause:
    entrywise = {"max": "maximum", "min": "minimum"}[name]
    which = {"max": "largest", "min": "smallest"}[name]
    return (
        "python-for-numpy",
        f"Python's `{name}` compares whole arrays, not their entries",
        f"Which {which} number do you want: of one array, or of two arrays entry by entry?",
        f"Look at each `{name}(` of this line, and at the shapes of what it gets.",
        f"`np.{name}(a)` is the {which} entry of one array; `np.{entrywise}(a, b)` compares two "
        f"entry by entry. Python's `{name}` is for single numbers.",
    )


def askers(tree: ast.stmt) -> Iterator[str]:
    """Name what asks for a truth value in a line."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.If, ast.IfExp)) or (
            isinstance(node, ast.comprehension) and node.ifs
        ):
            yield "if"
        elif isinstance(node, ast.While):
            yield "while"
        elif isinstance(node, ast.Assert):
            yield "assert"
        elif isinstance(node, ast.BoolOp):
            yield "and" if isinstance(node.op, ast.And) else "or"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield "not"
        elif isinstance(node, ast.Compare):
            yield from compare(node)
        elif isinstance(node, ast.Call):
            yield from called(node)


def compares_two(tree: ast.stmt) -> bool:
    """Say whether two things are compared of which neither is a plain number."""
    return any(
        isinstance(node, ast.Compare)
        and not any(isinstance(side, ast.Constant) for side in (node.left, *node.comparators))
        for node in ast.walk(tree)
    )


def compare(node: ast.Compare) -> Iterator[str]:
    if any(isinstance(sign, (ast.In, ast.NotIn)) for sign in node.ops):
        yield "in"
    elif len(node.ops) > 1:
        yield "and"  # a < z < b is a < z and z < b


def called(node: ast.Call) -> Iterator[str]:
    name = line.dotted(node.func).rpartition(".")[2]
    if name in COMPARING and isinstance(node.func, ast.Name):
        yield name
    elif name in ("index", "remove", "count") or (
        name in OTHERS and isinstance(node.func, ast.Name)
    ):
        yield "other"
