"""Read a lesson: Markdown with marked code blocks and places for exercises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = {"setup": "# Setup: ", "demo": "# Demo: ", "predict": "# Predict: "}


@dataclass(frozen=True)
class Text:
    """Prose from one heading or code cell to the next."""

    source: str


@dataclass(frozen=True)
class Block:
    """A code cell of the course's: "setup", "demo" or "predict"."""

    kind: str
    source: str


@dataclass(frozen=True)
class Place:
    """Where an exercise stands."""

    name: str
    minutes: int
    difficulty: int


Part = Text | Block | Place

EXERCISE = re.compile(r"::exercise (\w+) minutes=(\d+) difficulty=([1-4])")


def read(text: str, name: str) -> list[Part]:
    """Split a lesson into prose, code cells and places for exercises.

    Raises
    ------
    ValueError
        If a code block is not marked, or its first line does not say what it is.
    """
    parts: list[Part] = []
    prose: list[str] = []
    lines = iter(text.split("\n"))
    for line in lines:
        fence = re.fullmatch(r"```python(?: (\w+))?", line)
        place = EXERCISE.fullmatch(line)
        if fence or place or line.startswith("## "):
            parts += flush(prose)
        if fence:
            parts.append(block(fence[1], lines, name))
        elif place:
            parts.append(Place(place[1], int(place[2]), int(place[3])))
        elif line.startswith("::"):
            raise ValueError(f"{name}: `{line}` is not `::exercise NAME minutes=N difficulty=1…4`")
        else:
            prose.append(line)
    return parts + flush(prose)


def flush(prose: list[str]) -> list[Part]:
    source = "\n".join(prose).strip("\n")
    prose.clear()
    return [Text(source)] if source.strip() else []


def block(kind: str | None, lines: Iterator[str], name: str) -> Block:
    source: list[str] = []
    for line in lines:
        if line == "```":
            break
        source.append(line)
    else:
        raise ValueError(f"{name}: a code block is never closed: {source[:1]}")
    if kind not in KINDS:
        raise ValueError(f"{name}: a code block must be one of {', '.join(KINDS)}: {source[:1]}")
    if not source or not source[0].startswith(KINDS[kind]):
        first = KINDS[kind]
        raise ValueError(f"{name}: the first line of a {kind} block says `{first}…`: {source[:1]}")
    return Block(kind, "\n".join(source))
