"""One function, written as another student would have: other names, another order, remarks.

What it computes stays the same, wrong as it may be. Text and syntax tree differ from those of
everybody before, so that nothing can be gained by remembering a classmate's answer.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

REMARKS = (
    "first attempt was wrong, see the shapes above",
    "checked by hand for two steps",
    "as in the formula of the lesson",
    "TODO: is there a shorter way?",
    "shapes: rows are units, columns are examples",
    "took me an hour",
    "same order as in the notes",
    "this one I have drawn on paper",
)
FORMS = ("{}", "my_{}", "{}_new", "tmp_{}", "the_{}", "{}_val", "{}_")
PURE = ("sigmoid", "softmax", "dict", "list", "len", "max", "tuple")
"""Functions that change nothing, so that a line that calls them can change places."""

ENOUGH = 1000


class NothingNew(Exception):
    """No way was found to write a function that nobody had written before."""


def rewritten(source: str, rng: np.random.Generator, seen: set[str]) -> str:
    """Write a function anew, as nobody has before, and note that it has been written.

    Parameters
    ----------
    source : str
        One function, which parses.
    rng : Generator
    seen : set of str
        The shapes (see `shape`) of what others have written; the new one is added.

    Raises
    ------
    NothingNew
        If the function leaves no room for that.
    """
    named = source if local_names(source) else with_named_result(source)
    for attempt in range(ENOUGH):
        text = remarked(renamed(reordered(named, rng), rng, 9 + attempt), rng)
        if shape(text) not in seen:
            seen.add(shape(text))
            return text
    raise NothingNew(f"A thousand attempts gave nothing new:\n{source}")


def shape(source: str) -> str:
    """Give what is left of a function without remarks, docstring and layout; else its text."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return source
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None:
            del node.body[0]
    return ast.dump(tree)


def renamed(source: str, rng: np.random.Generator, numbers: int) -> str:
    """Give other names to some of the variables, at least to one.

    Parameters
    ----------
    numbers : int
        How many different numbers may stand behind a name.
    """
    free = local_names(source)
    if not free:  # nothing can be renamed where nothing is named
        return source
    must = free[int(rng.integers(len(free)))]
    taken = {token.string for token in tokens(source)}
    names: dict[str, str] = {}
    for name in free:
        if name == must or rng.random() < 0.4:
            number = int(rng.integers(numbers))
            form = FORMS[int(rng.integers(len(FORMS)))]
            new = form.format(name) + (str(number) if number else "")
            if new not in taken:
                taken.add(new)
                names[name] = new
    return with_names(source, names)


def with_named_result(source: str) -> str:
    """Let a function that has no variable put its result into one."""
    last = next(n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)).body[-1]
    if not isinstance(last, ast.Return) or last.end_lineno is None:
        return source
    lines = source.splitlines(keepends=True)
    start = last.lineno - 1
    lines[start] = lines[start].replace("return ", "result = ", 1)
    lines.insert(last.end_lineno, "    return result\n")
    return "".join(lines)


def with_names(source: str, names: dict[str, str]) -> str:
    """Replace names, but not where they are attributes or stand in texts and remarks."""
    lines = source.splitlines(keepends=True)
    found = tokens(source)
    for before, token in reversed([*pairwise(found)]):
        if token.type == tokenize.NAME and token.string in names and before.string != ".":
            row, start = token.start
            line = lines[row - 1]
            lines[row - 1] = line[:start] + names[token.string] + line[token.end[1] :]
    return "".join(lines)


def tokens(source: str) -> list[tokenize.TokenInfo]:
    return [*tokenize.generate_tokens(io.StringIO(source).readline)]


def local_names(source: str) -> list[str]:
    """List the variables of a function that can have another name without any other change.

    Its parameters cannot, nor can names that are also given as keywords. Before Python 3.12, names
    inside an f-string are no tokens of their own.
    """
    tree = ast.parse(source)
    nodes = [*ast.walk(tree)]
    fixed = {node.arg for node in nodes if isinstance(node, ast.arg | ast.keyword)}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            fixed |= {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    stored = (n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    return [name for name in dict.fromkeys(stored) if name not in fixed]


def reordered(source: str, rng: np.random.Generator) -> str:
    """Let some neighbouring lines that do not depend on each other change places."""
    lines = source.splitlines(keepends=True)
    last = 0
    for first, second in neighbours(ast.parse(source)):
        start, middle = first.lineno - 1, first.end_lineno or 0
        end = second.end_lineno or 0
        if start < last or second.lineno - 1 != middle or rng.random() < 0.5:
            continue  # one of them has been moved, or there is something between them
        lines[start:end] = lines[middle:end] + lines[start:middle]
        last = end
    return "".join(lines)


def neighbours(tree: ast.AST) -> Iterator[tuple[ast.Assign, ast.Assign]]:
    """Find pairs of assignments, one after the other, that could stand in either order."""
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if not isinstance(body, list):
            continue
        for first, second in pairwise(body):
            if (
                isinstance(first, ast.Assign)
                and isinstance(second, ast.Assign)
                and is_pure(first)
                and is_pure(second)
                and not stored_in(first) & (stored_in(second) | used_in(second))
                and not stored_in(second) & used_in(first)
            ):
                yield first, second


def is_pure(line: ast.Assign) -> bool:
    """Say whether a line does nothing but give values to names."""
    targets = (
        inner
        for target in line.targets
        for inner in (target.elts if isinstance(target, ast.Tuple) else [target])
    )
    calls = (node.func for node in ast.walk(line.value) if isinstance(node, ast.Call))
    return all(isinstance(target, ast.Name) for target in targets) and all(map(is_harmless, calls))


def is_harmless(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return isinstance(function.value, ast.Name) and function.value.id == "np"
    return isinstance(function, ast.Name) and function.id in PURE


def stored_in(line: ast.AST) -> set[str]:
    nodes = ast.walk(line)
    return {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def used_in(line: ast.AST) -> set[str]:
    nodes = ast.walk(line)
    return {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def remarked(source: str, rng: np.random.Generator) -> str:
    """Put one to three remarks in front of lines of a function."""
    lines = source.splitlines(keepends=True)
    body = next(n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef)).body
    starts = [line.lineno - 1 for line in body if not isinstance(line, ast.Expr)]
    count = min(len(starts), int(rng.integers(1, 4)))
    for place in sorted(rng.choice(starts, count, replace=False), reverse=True):
        margin = re.match(r" *", lines[place])
        remark = REMARKS[int(rng.integers(len(REMARKS)))]
        lines.insert(int(place), f"{margin[0] if margin else ''}# {remark}\n")
    return "".join(lines)
