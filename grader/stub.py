"""Cut a solution down to the stub that a learner starts from, and recognise one left untouched."""

from __future__ import annotations

import ast
import re
from functools import lru_cache

BEGIN, END = "# BEGIN SOLUTION", "# END SOLUTION"
PLACE = "...  # YOUR CODE HERE"


def cut(source: str) -> str:
    """Replace the solution region of a function by the place to write in.

    Optional arguments, and what the docstring says of them, are additions of the solution: the
    stub does not show them.
    """
    source = without_optional_arguments(source)
    region = re.compile(rf"^( +){BEGIN}\n.*?^ +{END}$", re.M | re.S)
    stub, count = region.subn(rf"\1{PLACE}", source)
    if count != 1:
        raise ValueError(f"a solution needs exactly one region, this one has {count}:\n{source}")
    return stub.rstrip() + "\n"


def full(source: str) -> str:
    """Keep the solution between its marks: what nbgrader takes out of it leaves the stub."""
    return without_optional_arguments(source).rstrip() + "\n"


def without_optional_arguments(source: str) -> str:
    for name in re.findall(r"(\w+)=None", source.split("\n", 1)[0]):
        source = source.replace(f", {name}=None", "", 1)
        source = re.sub(rf"^    {name} : .*optional\n(?:        .*\n)+", "", source, flags=re.M)
        source = source.replace(f" if {name} is None else {name}", "")
    return re.sub(r", dc0 \(n_a, m\)", "", source) if "lstm_backward" in source else source


@lru_cache(maxsize=64)
def bare(stub: str) -> str:
    """Leave out the docstring of a stub, which does not count, and takes longest to read."""
    tree = ast.parse(stub)
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    if ast.get_docstring(function, clean=False) is not None:
        del function.body[0]
    return ast.unparse(tree)


def is_untouched(function: ast.FunctionDef | None, stub: str) -> bool:
    """Say whether a function is still the stub; docstrings do not count as code."""
    if function is None:
        return False
    start = ast.parse(stub).body[0]
    assert isinstance(start, ast.FunctionDef)
    own, handed_out = _code(function), _code(start)
    return len(own) == len(handed_out) and all(
        ast.dump(one) == ast.dump(other) for one, other in zip(own, handed_out, strict=True)
    )


def _code(function: ast.FunctionDef) -> list[ast.AST]:
    body = function.body if ast.get_docstring(function, clean=False) is None else function.body[1:]
    return [function.args, *body]
