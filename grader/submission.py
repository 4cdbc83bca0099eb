"""Take a learner's own code out of a notebook or a file: definitions, in order, nothing else.

What counts is imports, functions, classes and simple assignments. Cells that the course marks as
set-up, demo or question are the course's, whatever became of their metadata; a puzzle of the bonus
notebook is no answer at all.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from grader.cells import LARGEST_FILE, Piece, Unusable, cells
from grader.definitions import (
    bound_names,
    definitions,
    filled_names,
    is_value,
    needed_names,
    own_names,
)
from grader.exercises import EXERCISES, LESSON_OF
from grader.stub import is_untouched

__all__ = ["LARGEST_FILE", "Code", "Piece", "Unusable", "cells", "from_file", "from_pieces", "read"]

MARKS = ("# Setup: ", "# Demo: ", "# Predict: ")
PYTHON_CELLS = ("%%time", "%%timeit", "%%capture", "%%prun")
MAGIC = re.compile(r"^\s*[%!?]|\?\s*$|^\s*[\w, ]+=\s*[%!]")
MOVED = re.compile(r"^[ \t\ufeff>.]*(?:async +)?def\s+(\w+)", re.M)
"""How a definition begins in a cell that is indented as a whole, or was pasted with prompts."""

GIVEN = ("sigmoid", "softmax")
PUZZLE = re.compile(r"# Puzzle (\d{1,3}) of (\d{1,3}): (\w+)")
"""How a cell of the bonus notebook begins: a function of the course with a mistake in it."""


@dataclass(frozen=True)
class Code:
    """A learner's own code.

    Attributes
    ----------
    pieces : tuple of (Piece, ast.Module)
        Cells that parse, reduced to their definitions.
    broken : dict
        Exercise -> why the last cell that would define it cannot be read.
    expected : tuple of str
        Exercises that the submission is about, in the course's order.
    own_tools : bool
        Whether its sigmoid and softmax are tools of its own rather than answers.
    """

    pieces: tuple[tuple[Piece, ast.Module], ...]
    broken: dict[str, str] = field(default_factory=dict)
    expected: tuple[str, ...] = ()
    own_tools: bool = False

    @cached_property
    def needed(self) -> set[str]:
        """Give the names that the exercises use, directly or through other definitions."""
        return needed_names((s for _, tree in self.pieces for s in tree.body), EXERCISES)

    def function(self, name: str) -> ast.FunctionDef | None:
        """Give the syntax tree of the last definition of a function, if it is a plain one."""
        found = None
        for _, tree in self.pieces:
            for statement in tree.body:
                if name in bound_names(statement):
                    found = statement if isinstance(statement, ast.FunctionDef) else None
        return found

    def is_untouched(self, name: str, stub: str) -> bool:
        """Say whether a function is still what the course hands out."""
        return is_untouched(self.function(name), stub)

    def defines(self, name: str) -> bool:
        return any(name in bound_names(s) for _, tree in self.pieces for s in tree.body)


def read(path: Path) -> Code:
    """Read a learner's notebook or Python file.

    Raises
    ------
    Unusable
        If it is neither, too large, or not text.
    """
    if not path.exists():
        raise Unusable(f"There is no file {path}.")
    if not path.is_file():
        raise Unusable(f"{path} is not a file. Give a notebook (.ipynb) or a Python file (.py).")
    if path.suffix not in (".ipynb", ".py"):
        raise Unusable(f"{path.name} is neither a notebook (.ipynb) nor a Python file (.py).")
    if path.stat().st_size > LARGEST_FILE:
        raise Unusable(f"{path.name} is larger than 32 MB, too large for a submission.")
    pieces = cells(path.name, path.read_bytes())
    if path.suffix == ".py":
        return from_file(path.name, pieces[0].source)
    code = from_pieces(pieces, lesson=path.stem)
    if not code.expected:
        raise Unusable(f"{path.name} holds none of the course's exercises.")
    return code


def from_file(name: str, text: str) -> Code:
    try:
        parsed(Piece(name, text))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Unusable(f"{name} is not valid Python: {explain_syntax(error)}.") from None
    code = from_pieces([Piece(name, text)])
    if not code.expected:
        raise Unusable(f"{name} defines none of the course's functions, such as rnn_cell_forward.")
    return code


def from_pieces(pieces: Iterable[Piece], lesson: str = "") -> Code:
    """Put cells together.

    A notebook of the course is about its own exercises, another one about those that its cells
    check, and what checks nothing about those that it defines.
    """
    kept: list[tuple[Piece, ast.Module]] = []
    broken: dict[str, str] = {}
    lesson_asks = {name for name in EXERCISES if LESSON_OF[name] == lesson}
    asked = set(lesson_asks)
    for piece in pieces:
        if PUZZLE.match(piece.source.lstrip()):
            continue
        asked.update(re.findall(r"""^[ \t]*check\(["'](\w+)["']\)""", piece.source, re.M))
        names = set(re.findall(r"^def\s+(\w+)", piece.source, re.M)) & set(EXERCISES)
        try:
            tree = parsed(piece)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            names = names or set(MOVED.findall(piece.source)) & set(EXERCISES)
            broken |= {name: f"{piece.place}: {explain_syntax(error)}" for name in names}
            continue
        for name in names:
            broken.pop(name, None)
        tree.body = definitions(tree.body)
        if piece.source.lstrip().startswith(MARKS):  # its values are the demo's, not the learner's
            tree.body = [statement for statement in tree.body if not is_value(statement)]
        kept.append((piece, tree))
    own = {name for _, tree in kept for s in tree.body for name in own_names(s)}
    for _, tree in kept:  # an assignment such as np.tanh = … would change an imported module
        tree.body = [statement for statement in tree.body if filled_names(statement) <= own]
    defined = {name for _, tree in kept for s in tree.body for name in bound_names(s)}
    own_tools = are_tools(defined, asked)
    found = lesson_asks or asked or (defined | set(broken)) - (set(GIVEN) if own_tools else set())
    return Code(tuple(kept), broken, tuple(name for name in EXERCISES if name in found), own_tools)


def are_tools(defined: set[str], asked: set[str]) -> bool:
    """Say whether a submission's sigmoid and softmax are its own tools, not answers to lesson 00.

    They are answers where lesson 00 is answered, or where nothing of a later lesson is.
    """
    answered = {LESSON_OF[name] for name in (defined | asked) - set(GIVEN) if name in LESSON_OF}
    return bool(answered) and "00_sequences_and_tools" not in answered and not asked & set(GIVEN)


def parsed(piece: Piece) -> ast.Module:
    """Parse a cell as it is, or else without its magics and shell lines."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # such as for LaTeX in a docstring
        return parsed_quietly(piece)


def parsed_quietly(piece: Piece) -> ast.Module:
    """Parse Python; where a line that only IPython understands stands in the way, leave it out."""
    if not piece.place.startswith("code cell"):
        return ast.parse(piece.source)
    lines = piece.source.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[first].startswith("%%"):
        if not lines[first].startswith(PYTHON_CELLS):
            return ast.Module([], [])
        lines[first] = ""
    while True:
        try:
            return ast.parse("\n".join(lines))
        except SyntaxError as error:
            number = (error.lineno or 0) - 1
            if not (0 <= number < len(lines) and MAGIC.search(lines[number])):
                raise
            leave_out(lines, number)


def leave_out(lines: list[str], number: int) -> None:
    """Put `pass` in the place of a line for IPython, so that a block stays one; and go on as far
    as the line is continued."""
    line = lines[number]
    lines[number] = line[: len(line) - len(line.lstrip())] + "pass"
    while line.rstrip().endswith("\\") and number + 1 < len(lines):
        number += 1
        line, lines[number] = lines[number], ""


def explain_syntax(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return f"line {error.lineno}: {error.msg}" if error.lineno else error.msg
    return "it cannot be parsed"
