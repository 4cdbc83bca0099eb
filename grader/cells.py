"""The code cells of a notebook, read from bytes that may be anything, in bounded memory."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from grader.exercises import EXERCISES

LARGEST_FILE = 32 * 2**20
MOST_PARTS = 2_000_000
MOST_CODE, MOST_CELLS = 4 * 2**20, 5000


class Unusable(Exception):
    """A submission that cannot be read; the message is one sentence for the person who sent it."""


@dataclass(frozen=True)
class Piece:
    """One cell of code, or a whole file, and what a traceback should call it."""

    place: str
    source: str


def cells(name: str, content: bytes) -> list[Piece]:
    """Take the code cells out of a notebook's bytes; a Python file is one cell. Nothing is run.

    Raises
    ------
    Unusable
        If it is no text, or no notebook.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable(f"{name} is not UTF-8 text. Save it as UTF-8 and try again.") from None
    if name.lower().endswith(".py"):
        refuse_masses(name, [text])
        return [Piece(name, text)]
    if sum(map(text.count, "[{,")) > MOST_PARTS:  # to read it would take gigabytes
        raise Unusable(f"{name} is too large to be read. Clear its outputs, save it, try again.")
    try:
        listed = json.loads(text)["cells"]
    except (ValueError, KeyError, TypeError, RecursionError):
        listed = None
    if not isinstance(listed, list):
        raise Unusable(
            f"{name} is not a Jupyter notebook. Save it again in JupyterLab and try once more."
        )
    sources = [source_of(cell) for cell in listed if is_code(cell)]
    refuse_masses(name, sources)
    # Half a character, as JSON can hold it, is in no Python source.
    sources = [source.encode("utf-8", "replace").decode() for source in sources]
    return [Piece(f"code cell {n}", source) for n, source in enumerate(sources, 1)]


def refuse_masses(name: str, sources: list[str]) -> None:
    if sum(map(len, sources)) > MOST_CODE or len(sources) > MOST_CELLS:
        raise Unusable(f"{name} holds far more code than a person writes.")


def is_code(cell: Any) -> bool:
    """Say whether a cell holds code: also an answer's that one slip of a key made Markdown."""
    if not isinstance(cell, dict):
        return False
    if cell.get("cell_type") == "code":
        return True
    known = cell.get("metadata")
    mark = known.get("nbgrader") if isinstance(known, dict) else None
    name = mark.get("grade_id") if isinstance(mark, dict) else None
    return isinstance(name, str) and name in EXERCISES


def source_of(cell: Any) -> str:
    """Give a cell's source, which is one text or a list of lines; what is neither is empty."""
    source = cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        return "".join(source)
    return source if isinstance(source, str) else ""
