"""Things taken for another kind: called, indexed, asked for an attribute, made longer."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator

from grader.crash_causes import line
from grader.crash_causes.cause import Cause
from grader.exercise import Call, Exercise, Failure
from grader.exercises import EXERCISES

OF_ARRAYS = frozenset(
    "T argmax copy dot flatten max mean min ndim ravel reshape shape size sum transpose".split()  # noqa: SIM905
)
"""What arrays have, and lists and tuples have not."""

METHODS = frozenset("all any copy flatten max mean min ravel sum transpose".split())  # noqa: SIM905


ENDS = {"T": "numpy.ndarray", "shape": "tuple", "size": "int", "ndim": "int", "e": "float"}
"""What may stand behind a dot and is no function -> of which kind it is."""


def no_function(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `parameters("Wax")`, `x(t)` and `x.shape()`, where no function is called."""
    match = re.fullmatch(
        r"TypeError: '(dict|numpy\.ndarray|tuple|int|float|numpy\.float64)' object is not callable",
        failure.message,
    )
    tree = line.begun(failure.line) if match else None
    if not match or not tree:
        return None
    nameless = any(
        isinstance(node, ast.Call) and not line.dotted(node.func) and may_end(match[1], node.func)
        for node in ast.walk(tree)
    )
    found = {name for name, _ in line.calls(tree) if may_be(match[1], name)}
    if len(found) != 1 or nameless:
        return None
    name = found.pop()
    title = f"`{name}` is no function, and round brackets behind it call it"
    if name == "np.e":
        belongs = "`np.exp(z)` is e to the power of z."
    elif "float" in match[1] or match[1] == "int":
        belongs = f"If a product is meant, a `*` belongs behind `{name}`."
    elif "." in name:
        belongs = f"`{name}` stands without round brackets behind it."
    elif match[1] == "dict":
        belongs = f"What `{name}` holds under a key stands in square brackets: `{name}[…]`."
    else:
        belongs = f"An entry or a slice of `{name}` stands in square brackets: `[…]`."
    return (
        "no-function",
        title,
        "Which brackets call a function, and which take something out?",
        f"Look at the brackets behind `{name}` in this line.",
        belongs,
    )


def may_be(kind: str, name: str) -> bool:
    """Say whether a name that is called may stand for something of this kind."""
    if "." in name:
        return ENDS.get(name.rpartition(".")[2]) == kind
    return name not in EXERCISES and name not in vars(builtins)


def may_end(kind: str, called: ast.expr) -> bool:
    """Say whether something nameless that is called, such as `2(h)`, may be of this kind."""
    if isinstance(called, ast.Constant):
        return type(called.value).__name__ == kind
    return not isinstance(called, (ast.Attribute, ast.Lambda))


def brackets_missing(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `a.max` without its round brackets: the method itself, and not what it gives."""
    message = failure.message
    tree = line.begun(failure.line)
    if not tree:
        return None
    if "builtin_function_or_method" in message:
        places = list(ast.walk(tree))
    elif "(has 0" in message:
        products = [n for n in ast.walk(tree) if isinstance(n, ast.BinOp)]
        places = [n for p in products if isinstance(p.op, ast.MatMult) for n in (p.left, p.right)]
    elif "only integers, slices" in message:
        places = line.in_brackets(tree)
    else:
        return None
    called = line.called(tree)
    found = {
        node.attr
        for node in places
        if isinstance(node, ast.Attribute) and node.attr in METHODS and id(node) not in called
    }
    if len(found) != 1:
        return None
    name = found.pop()
    return (
        "brackets-missing",
        f"`.{name}` without round brackets is the method itself, not what it gives",
        f"What calls a method such as `.{name}`?",
        f"Look at each `.{name}` of this line, and at what stands behind it.",
        f"`.{name}()`, with the axis in the brackets if there is one.",
    )


def keys_of_a_dictionary(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `parameters.Wax`: an entry asked for like an attribute."""
    match = re.match(r"AttributeError: 'dict' object has no attribute '(\w+)'", failure.message)
    tree = line.begun(failure.line) if match else None
    owner = match and tree and owner_of(tree, match[1])
    if not match or not tree or not owner or match[1] in {"append", "extend"} | OF_ARRAYS:
        return None
    if f"{owner}.{match[1]}" in dict(line.calls(tree)):  # a method is meant, and no key
        return None
    return (
        "key-behind-a-dot",
        f"`{owner}` is a dictionary: what it holds stands under keys, not behind a dot",
        "How is an entry taken out of a dictionary?",
        f"Look at each `{owner}.` of your function.",
        f'`{owner}["{match[1]}"]`, if there is such a key.',
    )


def owner_of(tree: ast.stmt, attribute: str) -> str:
    """Name what is asked for an attribute in a line; "" where several things are."""
    owners = {
        line.dotted(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == attribute
    }
    return owners.pop() if len(owners) == 1 else ""


GROWING = {
    "numpy.ndarray": (
        "an array has no `append`: its size is fixed when it is made",
        "A list grows by `append`. An array is made in its full size first, and filled; "
        "`np.concatenate` makes a new one of two.",
    ),
    "tuple": (
        "a tuple has no `append`: it never changes",
        "Begin with an empty list, `[]`: it grows by `append`.",
    ),
    "dict": (
        "a dictionary has no `append`: `{}` makes a dictionary, `[]` makes a list",
        "Begin with an empty list, `[]`: it grows by `append`.",
    ),
    "NoneType": (
        "`append` changes the list and gives back None, which is put in its place",
        "`steps.append(cache)` alone, without a name and an = before it.",
    ),
}
"""What is asked for append -> what to say of it, and what belongs there."""


def cannot_append(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find what is no list and is asked to grow."""
    match = re.match(
        r"AttributeError: '([\w.]+)' object has no attribute 'append'", failure.message
    )
    tree = line.begun(failure.line) if match else None
    owner = tree and owner_of(tree, "append")
    if not match or not tree or not owner or match[1] not in GROWING:
        return None
    if match[1] == "NoneType" and owner not in line.made(tree):
        return None
    title, belongs = GROWING[match[1]]
    return (
        "cannot-append",
        title,
        f"Of which kind is `{owner}` when this line runs: a list, or something else?",
        f"Look at the line that makes `{owner}` first, and at every line that puts something "
        "into it.",
        belongs,
    )


def list_for_an_array(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a list or a tuple that is asked for what arrays have."""
    match = re.match(
        r"AttributeError: '(list|tuple)' object has no attribute '(\w+)'", failure.message
    )
    tree = line.begun(failure.line) if match else None
    if not match or not tree or match[2] not in OF_ARRAYS:
        return None
    owner = owner_of(tree, match[2])
    who = f"`{owner}` is a {match[1]} here" if owner else f"a {match[1]} stands here"
    return (
        "list-for-an-array",
        f"{who}, and only arrays have `.{match[2]}`",
        f"What is asked for its `.{match[2]}` in this line: one array, or several things together?",
        "Look at the line that makes it, or at the docstring, if it is an argument.",
        "Take the array out first; `np.array(…)` or `np.stack(…)` makes one of a list.",
    )


def no_power(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `x^2`."""
    message = failure.message
    tree = line.begun(failure.line) if "bitwise_xor" in message or "for ^:" in message else None
    if not tree or not any(isinstance(node, ast.BitXor) for node in ast.walk(tree)):
        return None
    return (
        "no-power",
        "`^` is no power in Python",
        "By which sign does Python know a power?",
        "Look at each `^` of this line.",
        "`a**2` is the square of every entry of a, and `np.exp(z)` is e to the power of z.",
    )


def function_indexed(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.zeros[n, m]`: square brackets behind a function."""
    match = re.match(
        r"TypeError: '(?:\w+|numpy\.\w+)' object is not subscriptable", failure.message
    )
    tree = line.begun(failure.line) if match and "function" in failure.message else None
    names = set(indexed_functions(tree)) if tree else set()
    if len(names) != 1:
        return None
    name = names.pop()
    return (
        "function-indexed",
        f"`{name}` is a function, and square brackets take something out of an array or a list",
        "Which brackets call a function, and which take something out?",
        f"Look at the brackets behind `{name}`.",
        f"`{name}(…)`: round brackets.",
    )


def indexed_functions(tree: ast.stmt) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            name = line.dotted(node.value)
            if name.startswith("np.") or name in ("range", "sigmoid", "softmax", "len"):
                yield name
