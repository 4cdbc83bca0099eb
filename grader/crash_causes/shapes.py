"""Shapes and axes that do not fit, in the letters of the course: what meets, what is too far."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence

from grader.crash_causes import line
from grader.crash_causes.cause import Cause, beyond
from grader.exercise import Call, Exercise, Failure
from grader.inputs import sizes

MAKERS = {"np.zeros": 1, "np.ones": 1, "np.empty": 1, "np.full": 2}
"""Functions that make an array -> how many arguments come before the kind of its numbers."""


SIGNS = {ast.Add: "+=", ast.Sub: "-=", ast.Mult: "*=", ast.Div: "/="}


def cannot_grow(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a sum whose array is smaller than what comes of adding to it."""
    match = re.search(
        r"output operand with shape \((.*)\) doesn't match the broadcast shape \((.*)\)$",
        failure.message,
    )
    tree = line.begun(failure.line) if match else None
    if not match or not isinstance(tree, ast.AugAssign) or type(tree.op) not in SIGNS:
        return None
    if any(name == exercise.helper for name, _ in line.calls(tree)):
        return None
    known = sizes(exercise, call)
    begun, grown = (lettered(shape, known) or f"({shape})" for shape in match.groups())
    sign = SIGNS[type(tree.op)]
    return (
        "cannot-grow",
        f"the array on the left of {sign} has shape {begun} and cannot grow to {grown}",
        f"Which shape has what stands on the right of {sign}, and which has the array that it "
        "goes into?",
        "Look at the line that makes the array on the left. A flat array, (n_a,), and a column, "
        "(n_a, 1), make a square when they meet."
        if len(match[1].strip(",").split(",")) == 1
        else "Look at the line that makes the array on the left, and at what is summed already.",
        "A sum begins with zeros of the shape of what is added to it: for a bias (n_a, 1).",
    )


def column_for_a_row(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find softmax's one number for each column, where these numbers stand in a column."""
    if exercise.name != "softmax" or call.args[0].ndim != 2:
        return None
    n, m = call.args[0].shape
    shapes = rf"together with shapes \({n},{m}\) \({m},1\)"
    if n == m or min(n, m) == 1 or not re.search(shapes, failure.message):
        return None
    return (
        "column-for-a-row",
        f"{m} numbers stand in a column, ({m}, 1), and a row (1, {m}) belongs beside ({n}, {m})",
        "How do the numbers stand that the columns are combined with, one below the other or side "
        "by side?",
        "Look for a `reshape`, a `None` or a transpose behind the maximum or the sum.",
        "With `axis=0, keepdims=True` the row keeps both its axes: one number for each column.",
    )


def sizes_that_do_not_fit(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    if not re.search(r"matmul|not aligned|broadcast|must match", failure.message):
        return None
    if "output operand" in failure.message:  # its second shape is that of the result
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


def shape_in_pieces(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.zeros(n, m)`, where the second number is taken for a kind of numbers."""
    tree = line.begun(failure.line)
    if not tree or not re.search(r"Cannot interpret '\d+' as a data type", failure.message):
        return None
    made = [
        (name, call)
        for name, call in line.calls(tree)
        if name in MAKERS and len(call.args) > MAKERS[name]
    ]
    if not made:
        return None
    name = made[0][0]
    return (
        "shape-in-pieces",
        f"`{name}` takes the shape as one thing: a tuple, in round brackets of its own",
        f"How many arguments does `{name}` get in this line, and which of them is the shape?",
        f"Count the brackets behind `{name}`: those of the call, and those of the shape within.",
        "`np.zeros((rows, columns))`: the outer brackets are those of the call, the inner ones "
        "those of the shape.",
    )


def one_beyond_the_last(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find an index that is the number of entries, of which the last has one less."""
    far = beyond(failure)
    letter = sizes(exercise, call).get(far.size) if far and far.place == far.size else None
    if not far or not letter:
        return None
    return (
        "one-beyond-the-last",
        f"index {far.place} is one beyond the last: {letter} is {far.size} here, and NumPy counts "
        "from 0",
        "Which is the first value of this index, and which is the last?",
        "Look at the `range` of the loop, and at the axis on which the index stands: is there one "
        "turn too many, or is it another axis?",
        "`range(T_x)` counts from 0 to T_x - 1. One step of x is `x[:, :, t]`.",
    )


def no_such_axis(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    match = re.fullmatch(
        r"AxisError: axis (\d+) is out of bounds for array of dimension ([1-9])", failure.message
    )
    if not match:
        return None
    axis, many = int(match[1]), int(match[2])
    there = "one axis has axis 0 alone" if many == 1 else f"{many} axes counts them from 0"
    return (
        "no-such-axis",
        f"an array with {there}: there is no axis {axis}",
        "How many axes has this array, and which number has the one that you mean?",
        "Look at each `axis=` of this line, and at what the docstring says of the shape.",
        WHATEVER_AXES.get(
            exercise.name,
            "axis 0 runs down the rows, axis 1 along the columns, axis 2 through the steps.",
        ),
    )


WHATEVER_AXES = {
    "sigmoid": "NumPy works on every entry of an array, whatever its axes: no loop is needed.",
    "softmax": "The classes lie along axis 0, whatever other axes there are: the largest score and "
    "the sum are both taken with `axis=0, keepdims=True`.",
    "numerical_gradient": "`np.ndindex(x.shape)` goes through all entries, whatever the axes.",
    "relative_error": "`np.max(a)` is the largest of all entries, whatever the axes.",
}
"""How a tool does with any number of axes."""


def other_axes(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `rows, columns = x.shape` and `x.shape[1]` for an array of another number of axes."""
    tree = line.whole(failure.line)
    name = tree and (wrongly_unpacked(exercise, call, failure, tree) or "")
    name = name or (tree and wrongly_indexed(exercise, call, failure, tree))
    if not name:
        return None
    array = call.args[exercise.arguments.index(name)]
    letters = lettered(", ".join(map(str, array.shape)), sizes(exercise, call))
    axes = "one axis" if array.ndim == 1 else f"{array.ndim} axes"
    return (
        "other-axes",
        f"`{name}` has {axes} here: `{name}.shape` is {letters or array.shape}",
        f"How many axes may `{name}` have, by the docstring?",
        f"Look at every line that counts on the number of axes of `{name}`.",
        WHATEVER_AXES.get(exercise.name, f"One name for each number in `{name}.shape`."),
    )


def wrongly_unpacked(exercise: Exercise, call: Call, failure: Failure, tree: ast.stmt) -> str:
    """Give the argument whose shape is put into another number of names."""
    targets, value = line.unpacked(tree)
    if isinstance(tree, ast.For):
        targets, value = indices_of(tree)
    name = line.dotted(value).removesuffix(".shape") if value is not None else ""
    axes = axes_of(exercise, call).get(name, 0)
    fits = (
        rf"too many values to unpack \(expected {len(targets)}(, got {axes})?\)"
        if len(targets) < axes
        else rf"not enough values to unpack \(expected {len(targets)}, got {axes}\)"
    )
    starred = any(isinstance(target, ast.Starred) for target in targets)
    is_shape = value is not None and line.dotted(value) == f"{name}.shape"
    return name if axes and is_shape and not starred and re.search(fits, failure.message) else ""


def indices_of(head: ast.For) -> tuple[Sequence[ast.expr], ast.expr | None]:
    """Give the names in `for i, j in np.ndindex(x.shape)`, and what np.ndindex gets."""
    target, of = head.target, head.iter
    if isinstance(of, ast.Call) and line.dotted(of.func) == "np.ndindex" and len(of.args) == 1:
        given = of.args[0].value if isinstance(of.args[0], ast.Starred) else of.args[0]
        return target.elts if isinstance(target, ast.Tuple) else (), given
    return (), None


def wrongly_indexed(exercise: Exercise, call: Call, failure: Failure, tree: ast.stmt) -> str:
    """Give the argument of whose shape a line takes an entry that is not there.

    Where something else in the line is indexed, too, that may be it.
    """
    if "tuple index out of range" not in failure.message:
        return ""
    known = axes_of(exercise, call)
    beyond = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Subscript):
            continue
        name, _, end = line.dotted(node.value).rpartition(".")
        number = node.slice.value if isinstance(node.slice, ast.Constant) else None
        if end != "shape" or name not in known or type(number) is not int:
            return ""
        if number >= known[name]:
            beyond.add(name)
    return beyond.pop() if len(beyond) == 1 else ""


def axes_of(exercise: Exercise, call: Call) -> dict[str, int]:
    pairs = zip(exercise.arguments, call.args, strict=False)
    return {name: arg.ndim for name, arg in pairs if hasattr(arg, "ndim")}
