"""NumPy's functions that work entry by entry: as methods, with an axis, with a piece missing."""

from __future__ import annotations

import ast
import re

from grader.crash_causes import line
from grader.crash_causes.cause import Cause
from grader.crash_causes.names import MORE_OF_NUMPY, OF_MATH, OF_NUMPY
from grader.exercise import Call, Exercise, Failure

EVERY = OF_NUMPY | OF_MATH | MORE_OF_NUMPY | {"log2", "log10", "sign", "where"}


def no_method(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `z.exp()`, which NumPy has as a function alone."""
    match = re.match(
        r"AttributeError: 'numpy\.(?:ndarray|float64)' object has no attribute "
        r"'(\w+)'",
        failure.message,
    )
    if not match or match[1] not in EVERY:
        return None
    name = match[1]
    return (
        "no-method",
        f"`.{name}` does not stand behind an array: NumPy has it as the function `np.{name}`",
        f"Where does the array stand that `{name}` works on: before the dot, or in the brackets?",
        f"Look at each `.{name}` of this line.",
        f"`np.{name}(…)`.",
    )


def no_axis(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.exp(z, axis=0)`."""
    match = re.match(
        r"TypeError: (\w+)\(\) got an unexpected keyword argument '(axis|keepdims)'",
        failure.message,
    )
    if not match or match[1] not in OF_MATH | {"abs", "absolute", "maximum", "minimum", "square"}:
        return None
    names = {f"np.{match[1]}"} | ({"np.abs"} if match[1] == "absolute" else set())
    tree = line.begun(failure.line)
    called = [name for name, _ in line.calls(tree)] if tree else []
    if names.isdisjoint(called):  # a function of the learner's own, perhaps
        return None
    return (
        "no-axis",
        f"`np.{match[1]}` works entry by entry, and takes no `{match[2]}`",
        "Which functions make one number of many, and which give one number for each?",
        f"Look at the bracket that `{match[2]}=` stands in.",
        f"Only what makes one number of many, such as `np.sum` and `np.max`, takes `{match[2]}`.",
    )


def half_a_choice(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.where(z >= 0, one)`, without the other."""
    if "either both or neither of x and y should be given" not in failure.message:
        return None
    return (
        "half-a-choice",
        "`np.where` chooses between two things, and one of them is missing",
        "What should stand where the condition does not hold?",
        "Count the commas in the brackets of `np.where`.",
        "`np.where(condition, this, that)`.",
    )


def nothing_to_divide_by(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find the relative error of two arrays of zeros, divided as Python's own numbers."""
    zeros = exercise.name == "relative_error" and not any(arg.any() for arg in call.args)
    if not zeros or "ZeroDivisionError" not in failure.message:
        return None
    return (
        "nothing-to-divide-by",
        "two arrays of zeros have size 0, and nothing can be divided by 0",
        "For which inputs is the denominator 0?",
        "Look at what your function does before it divides.",
        "If both arrays are all zeros the answer is 0, and nothing is divided.",
    )


def function_itself(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.exp - z`: the function, not what it gives."""
    tree = line.begun(failure.line)
    if not tree or not re.search(r"'numpy\.ufunc'|_ArrayFunctionDispatcher", failure.message):
        return None
    called = line.called(tree)
    names = {
        line.dotted(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and id(node) not in called | handed_over(tree)
        and node.attr in EVERY
    }
    names = {name for name in names if name.startswith("np.")}
    if len(names) != 1:
        return None
    name = names.pop()
    return (
        "function-itself",
        f"`{name}` without round brackets is the function itself, not what it gives",
        f"What calls a function such as `{name}`?",
        f"Look at what stands behind `{name}` in this line.",
        f"`{name}(…)`, with what it works on in the brackets.",
    )


CALLING = {"map", "filter", "np.apply_along_axis", "np.apply_over_axes", "np.vectorize"}
"""Functions that take a function, which has no round brackets by right."""


def handed_over(tree: ast.stmt) -> set[int]:
    return {id(node) for name, call in line.calls(tree) if name in CALLING for node in call.args}
