"""The lines that an instructor is shown to type."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

UNWRITTEN = "…"
"""Stands for words that are still to be found."""


def command(course: Path, *words: str) -> str:
    """Give a line of `grader`; it names the course where that is not the default."""
    where = [] if course == Path("course") else ["--course", quote(str(course))]
    return " ".join(["grader", *words, *where])


def comment(course: Path, cluster: str, words: str | None = UNWRITTEN) -> str:
    """Give the line that says something to a group; or that shows it, without words."""
    said = [] if words is None else [f"'{words}'"]
    return command(course, "comment", cluster, *said)
