"""NumPy's functions, called in another way than they take: words, tuples, axes, flags."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.crash_causes import line
from grader.crash_causes.cause import Cause
from grader.crash_causes.names import OF_MATH
from grader.exercise import Call, Exercise, Failure

NUMPYS_WORDS = {
    **dict.fromkeys(("axes", "axs", "dim", "dims"), "axis"),
    **dict.fromkeys(("keepdim", "keep_dims", "keep_dim", "keepDims"), "keepdims"),
}
"""What PyTorch, old TensorFlow and people in a hurry call an argument -> what NumPy calls it."""

REDUCING = frozenset("all amax amin any argmax argmin max mean min prod std sum var".split())  # noqa: SIM905
WITH_AXIS = REDUCING | {"concatenate", "cumsum", "flip", "stack"}

JOINING = frozenset(("np.concatenate", "np.hstack", "np.stack", "np.vstack"))
LARGEST = {
    "np.max": "np.maximum",
    "np.amax": "np.maximum",
    "np.min": "np.minimum",
    "np.amin": "np.minimum",
}
PLAIN = frozenset(
    """abs np.abs np.absolute np.cosh np.dot np.exp np.log np.matmul np.maximum np.minimum np.sqrt
    np.square np.tanh sigmoid softmax""".split()  # noqa: SIM905
)
"""Functions that never want a whole number; beside another, nobody knows which one does."""

WANTS_A_NUMBER = (
    "only integer scalar arrays can be converted to a scalar index"
    r"|'(?:numpy\.float\d+|float)' object cannot be interpreted as an integer"
)


def another_librarys_word(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `keepdim=` and `dim=` in a call of a function that NumPy has, too."""
    match = re.match(
        r"TypeError: _?(\w+)\(\) got an unexpected keyword argument '(\w+)'", failure.message
    )
    tree = line.begun(failure.line) if match else None
    if not match or not tree or match[2] not in NUMPYS_WORDS:
        return None
    known = WITH_AXIS if NUMPYS_WORDS[match[2]] == "axis" else REDUCING
    written = [
        word.arg
        for node in all_calls(tree)
        for word in node.keywords
        if word.arg in NUMPYS_WORDS
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == match[1].replace("amax", "max").replace("amin", "min")
        and node.func.attr in known
    ]
    if match[2] not in written:
        return None
    each = [f"`{NUMPYS_WORDS[word]}`, not `{word}`" for word in dict.fromkeys(written)]
    return (
        "another-librarys-word",
        f"NumPy's word is {'; '.join(each)}",
        f"What does NumPy call the arguments of `{match[1]}`?",
        "Look at the words before the = signs within the brackets of this call.",
        "`axis=0` says along which axis, and `keepdims=True` keeps that axis with length 1.",
    )


def arrays_in_pieces(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.concatenate(a, b)`, where the second array is taken for an axis."""
    tree = line.whole(failure.line)
    found = alone(tree, JOINING) if tree else None
    if not found or isinstance(found[1].args[0], (ast.Tuple, ast.List)):
        return None
    name = found[0]
    bare = name.removeprefix("np.")
    said = (
        rf"TypeError: {bare}\(\) takes 1 positional argument but \d+ were given"
        rf"|TypeError: {bare}\(\) got multiple values for argument 'axis'|{WANTS_A_NUMBER}"
    )
    if not re.search(said, failure.message):
        return None
    return (
        "arrays-in-pieces",
        f"`{name}` takes the arrays as one thing: a tuple, in round brackets of its own",
        f"How many arguments does `{name}` get in this line, and which of them are arrays?",
        f"Count the brackets behind `{name}`: those of the call, and those of the tuple within.",
        f"`{name}((one, other))`: the outer brackets are those of the call, the inner ones those "
        "of the tuple.",
    )


def compared_with_an_axis(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.max(p, q)`, where q is taken for an axis."""
    tree = line.whole(failure.line)
    found = alone(tree, LARGEST) if tree else None
    if not found or not re.search(WANTS_A_NUMBER, failure.message):
        return None
    name = found[0]
    both = LARGEST[name]
    pythons = both.removeprefix("np.").removesuffix("imum")
    return (
        "compared-with-an-axis",
        f"the second argument of `{name}` is an axis, not a second thing to compare",
        f"How many arrays does `{name}` look into, and what does it take as its second argument?",
        f"Look at what stands in the brackets of `{name}`, on both sides of the comma.",
        f"`{both}(p, q)` compares two things entry by entry, and Python's `{pythons}(p, q)` two "
        "numbers.",
    )


def alone(tree: ast.stmt, names: frozenset[str] | dict[str, str]) -> tuple[str, ast.Call] | None:
    """Find the one call of these that gets more than one argument, the second of them no number.

    Where something else in the line may want a number, there is none.
    """
    if not line.has_plain_indices(tree) or line.loops(tree):
        return None
    asking = []
    for node in all_calls(tree):
        name = line.dotted(node.func)
        if name in names and len(node.args) > 1 and not is_number(node.args[1]):
            asking.append((name, node))
        elif name in names and len(node.args) == 1 and not node.keywords:
            continue
        elif name not in PLAIN and (node.args or node.keywords):
            return None
    return asking[0] if len(asking) == 1 else None


def all_calls(tree: ast.stmt) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def is_number(node: ast.expr) -> bool:
    """Say whether something written is a number, or a tuple, None or sign that stands for axes."""
    return isinstance(node, (ast.Constant, ast.UnaryOp, ast.Tuple))


def no_indices_counted(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    if "Iterator is not tracking a multi-index" not in failure.message:
        return None
    return (
        "no-indices-counted",
        "`np.nditer` keeps no index of several axes unless its flag `multi_index` asks for it",
        "What has the iterator been told to keep, besides the numbers themselves?",
        "Look at the line that makes the iterator: which flags does it set?",
        '`flags=["multi_index"]` asks for it. `np.ndindex(x.shape)` gives the indices alone.',
    )


def other_axes_along_one(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.put_along_axis(x, ids, 1, axis=0)`, where ids has an axis less than x."""
    tree = line.begun(failure.line)
    if not tree or "must have the same number of dimensions" not in failure.message:
        return None
    found = [
        (name, node.args[1])
        for name, node in line.calls(tree)
        if name in ("np.put_along_axis", "np.take_along_axis") and len(node.args) > 1
    ]
    if len(found) != 1:
        return None
    name, indices = found[0]
    is_ids = exercise.name == "one_hot" and line.dotted(indices) == "ids"
    return (
        "other-axes-along-one",
        f"`{name}` wants indices with as many axes as the array has",
        "How many axes has the array, and how many have the indices?",
        f"Look at the first two arguments of `{name}`, and write the shape under each.",
        "ids has two axes, (m, T_x); `ids[None]` has one more in front of them."
        if is_ids
        else "`[None]` behind an array puts one more axis in front of its own.",
    )


def one_number_alone(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `math.exp(z)` of a whole array."""
    tree = line.begun(failure.line)
    if not tree or not re.search(
        r"TypeError: only (0-dimensional|length-1|size-1) arrays can be converted", failure.message
    ):
        return None
    called = {name for name, _ in line.calls(tree)}
    of_math = sorted(name for name in called if name.startswith("math."))
    filled = any(
        isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        for node in ast.walk(tree)
    )
    if len(of_math) != 1 or filled or called & {"float", "int", "round", "range", "complex"}:
        return None
    name = of_math[0]
    return (
        "one-number-alone",
        f"`{name}` takes one number, and here it gets an array",
        f"How many numbers does `{name}` take at once, and how many are there?",
        f"Look at each `{name}(` of this line, and at what stands in its brackets.",
        f"NumPy's `np.{name.removeprefix('math.')}` takes a whole array, entry by entry."
        if name.removeprefix("math.") in OF_MATH
        else "NumPy's functions take whole arrays, entry by entry.",
    )
