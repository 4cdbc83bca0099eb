"""The line at which an error came up, read as Python: which calls and names stand in it?

A statement may go over several lines, of which only the first is here.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Sequence


def whole(line: str) -> ast.stmt | None:
    """Read a line that is a statement, or the head of one; None where it goes on below."""
    bare = re.sub(r"^elif\b", "if", line.strip())
    return parsed(bare) or parsed(f"{bare} pass")


def begun(line: str) -> ast.stmt | None:
    """Read a line of whose last call the rest may stand below; what is missing in it is unknown."""
    closed = (parsed(line.strip() + end) for end in (")", "))", "]))"))
    return whole(line) or next((found for found in closed if found), None)


def parsed(text: str) -> ast.stmt | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            statements = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return statements[0] if len(statements) == 1 else None


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Find the calls of functions that have a name, such as "max" or "np.zeros"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and dotted(node.func):
            yield dotted(node.func), node


def called(tree: ast.AST) -> set[int]:
    """Give the ids of what is called, of nodes that stand before round brackets."""
    return {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def dotted(node: ast.AST) -> str:
    """Write a name with dots; "" for whatever is not one."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def used(tree: ast.AST) -> set[str]:
    """Gather the names that are looked up."""
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def made(tree: ast.AST) -> set[str]:
    """Gather the names that something is put into."""
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def unpacked(tree: ast.AST | None) -> tuple[Sequence[ast.expr], ast.expr | None]:
    """Give the targets of a statement that takes its right side apart, and that side."""
    if isinstance(tree, ast.Assign) and len(tree.targets) == 1:
        target = tree.targets[0]
        if isinstance(target, (ast.Tuple, ast.List)):
            return target.elts, tree.value
    return (), None


def in_brackets(tree: ast.AST) -> list[ast.AST]:
    """List what stands in the square brackets of a line."""
    brackets = [node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    return [node for bracket in brackets for node in ast.walk(bracket)]


def has_plain_indices(tree: ast.AST) -> bool:
    """Say whether everything is indexed with numbers by their usual names, and none with a tuple
    or an array, which may be what is wrong."""
    indices = (node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript))
    return {"t", "i", "j", "k"}.issuperset(set().union(*map(used, indices)))


def loops(tree: ast.AST) -> bool:
    """Say whether a loop stands in the line, which may take its own things apart."""
    return any(isinstance(node, (ast.For, ast.comprehension)) for node in ast.walk(tree))
