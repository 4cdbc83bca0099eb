"""A student's function as an example for all: without comments, docstrings, texts and names."""

from __future__ import annotations

import ast
import re
import warnings
from functools import cache

from grader.classroom.judged.messages import vocabulary
from grader.classroom.report.names import GONE, Names

MOST_LINES = 60
SUBSCRIPTS = re.compile(r"[A-Za-z]{0,4}(?:,[A-Za-z]{0,4})*->[A-Za-z]{0,4}")
"""What einsum is told."""


def example(source: str, names: Names) -> str:
    """Give a function to be shown to the class; "" where it cannot be read."""
    code = bare(source)
    lines = names.out_of_code(code).split("\n")
    more = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], f"# … {more} more lines"] if more > 0 else lines)


@cache
def bare(source: str) -> str:
    """Write a function anew from its syntax tree; so nothing stays but what is run."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as for a backslash in a text
            tree = ast.parse(source)
        return ast.unparse(Bare().visit(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""


class Bare(ast.NodeTransformer):
    """Takes out strings that stand alone, and the words of those that do not."""

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        value = node.value
        if isinstance(value, ast.Constant) and isinstance(value.value, str | bytes):
            return ast.copy_location(ast.Pass(), node)
        return self.generic_visit(node)  # type: ignore[return-value]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        self.generic_visit(node)
        node.body = [s for s in node.body if not isinstance(s, ast.Pass)] or [ast.Pass()]
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if isinstance(node.value, str) and not is_known(node.value):
            return ast.copy_location(ast.Constant(GONE), node)
        if isinstance(node.value, bytes):
            return ast.copy_location(ast.Constant(b""), node)
        return node


def is_known(text: str) -> bool:
    """Say whether a text is a word of the course, such as a key, or what einsum is told."""
    return text in vocabulary() or text in KEYS or bool(SUBSCRIPTS.fullmatch(text))


NAMES = "Wax Waa Wya ba by Wf Wi Wc Wo Wy bf bi bc bo xt x a0 a c0 c a_prev c_prev"
KEYS = frozenset(f"{d}{name}" for d in ("", "d") for name in NAMES.split())
