"""Bring a learner's code to life in a clean namespace, with one helper replaced."""

from __future__ import annotations
import __future__

import ast
import linecache
import sys
import types
import warnings
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from grader.definitions import bound_names, filled_names
from grader.runners.limits import TimeIsUp, display
from grader.submission import Code

LATER = set(__future__.all_feature_names)
"""The features that a __future__ import may ask for."""

Substitutes = Mapping[str, Callable[..., Any]]


def build(code: Code, given: Mapping[str, Any], substitutes: Substitutes) -> dict[str, Any]:
    """Run a learner's definitions and give the names they leave.

    A definition that fails leaves its name out, as a broken cell of a notebook would. A substitute
    takes the place of the learner's function from its definition on, so that an alias made later
    is an alias of the substitute.

    Parameters
    ----------
    code : Code
        The learner's definitions.
    given : dict
        What the course's first cell provides.
    substitutes : dict
        Functions that replace the learner's, by name.
    """
    # A module of its own, because dataclasses look their module up by name.
    module = types.ModuleType("submission")
    sys.modules[module.__name__] = module
    space = module.__dict__
    space.update({"np": np, "display": display, **given, **substitutes})
    needed = code.needed
    future = future_flags(code)
    for piece, tree in code.pieces:
        remember(piece.place, piece.source)
        for statement in tree.body:
            names = bound_names(statement)
            if can_wait(statement) and not (names | filled_names(statement)) & needed:
                continue
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    exec(compiled(statement, piece.place, future), space)
            except TimeIsUp:
                raise
            except BaseException as error:  # a learner's sys.exit() must not end the notebook
                space.setdefault("__failed__", {}).update(dict.fromkeys(names, error))
            for name in names & substitutes.keys():
                put_in_place(space, name, substitutes[name])
    return space


def put_in_place(space: dict[str, Any], name: str, substitute: Callable[..., Any]) -> None:
    """Replace a learner's function; a substitute that may need to ask it learns of it."""
    adopt = getattr(substitute, "adopt", None)
    if adopt:
        adopt(space.get(name))
    space[name] = substitute


@lru_cache(maxsize=256)  # for the next exercise of the same code
def compiled(statement: ast.stmt, place: str, future: int) -> types.CodeType:
    module = ast.Module([statement], [])
    code = compile(module, place, "exec", flags=future, dont_inherit=True)
    assert isinstance(code, types.CodeType)
    return code


def future_flags(code: Code) -> int:
    """Give the flags of the learner's own `from __future__ import …`."""
    statements = [statement for _, tree in code.pieces for statement in tree.body]
    names = {
        alias.name
        for statement in statements
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        for alias in statement.names
    }
    return sum(getattr(__future__, name).compiler_flag for name in names & LATER)


def can_wait(statement: ast.stmt) -> bool:
    """Say whether a statement matters only to those who use the names it binds."""
    kinds = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Import, ast.ImportFrom)
    return isinstance(statement, kinds) and "*" not in bound_names(statement)


def remember(place: str, source: str) -> None:
    """Let tracebacks show the learner's lines although no file holds them."""
    lines = [f"{line}\n" for line in source.split("\n")]
    linecache.cache[place] = (len(source), None, lines, place)
