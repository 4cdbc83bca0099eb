"""Which statements of a file are definitions, and which names they bind."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable
from typing import Any

INDIRECT = {"globals", "eval", "exec"}
"""Ways to use a name without writing it."""


def definitions(statements: list[ast.stmt]) -> list[ast.stmt]:
    """Keep the statements that define names: imports, functions, classes, assignments.

    Of an `if` or a `try` the branches are kept, reduced to their definitions.
    """
    kept = (reduced(statement) for statement in statements)
    return [statement for statement in kept if statement is not None]


def reduced(statement: ast.stmt) -> ast.stmt | None:
    if isinstance(statement, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef):
        return statement
    if isinstance(statement, ast.Assign):
        return statement if all(map(is_target, statement.targets)) else None
    if isinstance(statement, ast.AnnAssign | ast.AugAssign):
        return statement if is_target(statement.target) else None
    if isinstance(statement, ast.If | ast.Try):
        return branches_reduced(statement)
    return None


def branches_reduced(statement: ast.If | ast.Try) -> ast.stmt | None:
    if not bound_names(statement):
        return None
    statement.body = definitions(statement.body) or [ast.Pass()]
    statement.orelse = definitions(statement.orelse)
    if isinstance(statement, ast.Try):
        for handler in statement.handlers:
            handler.body = definitions(handler.body) or [ast.Pass()]
        if statement.finalbody:
            statement.finalbody = definitions(statement.finalbody) or [ast.Pass()]
    return ast.fix_missing_locations(statement)


def is_value(statement: ast.stmt) -> bool:
    """Say whether a statement binds names to values that are computed."""
    return isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign)


def is_target(target: ast.expr) -> bool:
    """Say whether a value is bound to names, or put into something that has a name."""
    if isinstance(target, ast.Tuple | ast.List):
        return all(map(is_target, target.elts))
    return isinstance(root(target), ast.Name)


def root(target: ast.expr) -> ast.expr:
    """Give the variable that a target such as TABLE["f"] or f.calls starts from."""
    while isinstance(target, ast.Attribute | ast.Subscript | ast.Starred):
        target = target.value
    return target


def filled_names(statement: ast.stmt) -> set[str]:
    """Give the names whose objects an assignment puts something into."""
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign | ast.AugAssign):
        targets = [statement.target]
    roots = [root(t) for t in targets if isinstance(t, ast.Attribute | ast.Subscript)]
    return {name.id for name in roots if isinstance(name, ast.Name)}


def bound_names(statement: ast.stmt) -> set[str]:
    """Give the names that a definition binds at the top level."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {statement.name}
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).split(".")[0] for alias in statement.names}
    if isinstance(statement, ast.If | ast.Try):
        inner = [child for child in ast.walk(statement) if isinstance(child, ast.stmt)]
        return {name for child in inner if child is not statement for name in bound_names(child)}
    return {
        node.id
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def own_names(statement: ast.stmt) -> set[str]:
    """Give the names that a statement binds to something made here, not imported."""
    imported = isinstance(statement, ast.Import | ast.ImportFrom)
    return set() if imported else bound_names(statement)


def needed_names(statements: Iterable[ast.stmt], wanted: Container[str]) -> set[str]:
    """Find the names that the wanted ones use, directly or through other definitions.

    Values that no exercise needs are not computed, and modules not imported: a training run left
    in a notebook would otherwise be repeated at every check.
    """
    uses: dict[str, set[str]] = {}
    for statement in statements:
        used = used_names(statement)
        for name in bound_names(statement) | filled_names(statement):
            uses.setdefault(name, set()).update(used)
    if INDIRECT & {name for names in uses.values() for name in names}:
        return set(uses)
    needed: set[str] = set()
    waiting = [name for name in uses if name in wanted]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += uses.get(name, ())
    return needed


def used_names(statement: ast.stmt) -> set[str]:
    """Give the names in a statement; with `ast.walk` this would take four times as long."""
    names: set[str] = set()
    waiting: list[Any] = [statement]
    for part in waiting:  # which grows meanwhile
        if isinstance(part, ast.Name):
            names.add(part.id)
        elif isinstance(part, ast.Global):
            names.update(part.names)
        elif isinstance(part, list):
            waiting += part
        elif isinstance(part, ast.AST):
            for field in part._fields:
                waiting.append(getattr(part, field, None))
    return names
