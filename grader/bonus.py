"""The bonus notebook "Find the bug", made of its text and of known mistakes.

It shows code, so it is for self-study in the repository and for nothing else: `build` writes it
beside the lessons, while a release and nbgrader's source are made of the lessons alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from importlib import resources
from pathlib import Path

from grader import lesson, notebook_file, stub
from grader.notebook_file import Cell, code, markdown
from grader.reference import Live
from solutions import mistakes
from solutions.mistakes import Mistake

NAME = "find_the_bug"
PLACE = Path("bonus", f"{NAME}.ipynb")
PUZZLE = re.compile(r"^::puzzle (\w+) ([\w-]+) difficulty=([1-4])$", re.M)
PARTS = ("::card", "::line")
FIXED = {"deletable": False, "editable": False}


@dataclass(frozen=True)
class Puzzle:
    """One puzzle.

    Attributes
    ----------
    number, total : int
        The how-manieth it is, of how many.
    name : str
        The exercise.
    mistake : Mistake
        Of the bank.
    wrong, right : str
        The source of its function with the mistake and without.
    difficulty : int
        From 1 to 4.
    scene, question, reason : str
        What stands above the code, below the card, and in the fold, as Markdown.
    """

    number: int
    total: int
    name: str
    mistake: Mistake
    wrong: str
    right: str
    difficulty: int
    scene: str
    question: str
    reason: str


def files() -> dict[Path, bytes]:
    """Make the notebook: path below notebooks/ -> content."""
    book = notebook_file.of_cells(list(cells(text())))
    return {PLACE: notebook_file.as_bytes(book)}


def text() -> str:
    source = resources.files("solutions").joinpath("bonus", f"{NAME}.md")
    return source.read_text("utf-8")


def cells(text: str) -> Iterator[Cell]:
    """Lay out all cells: what comes before the puzzles, four cells for each, what comes after."""
    before, puzzles, after = read(text)
    yield from prose(before, "start")
    for puzzle in puzzles:
        name = f"puzzle-{puzzle.number:02}"
        yield markdown(f"{heading(puzzle)}\n\n{puzzle.scene}", f"scene-{name}")
        yield code(marked(puzzle, puzzle.wrong), name, {"deletable": False})
        yield code(f"puzzle({puzzle.number})", f"check-{name}", dict(FIXED))
        yield markdown(fold(puzzle), f"line-{name}")
    yield from prose(after, "end")


def marked(puzzle: Puzzle, source: str) -> str:
    """Put the line above a source by which the check of a puzzle knows its cell."""
    return f"# Puzzle {puzzle.number} of {puzzle.total}: {puzzle.name}\n{source}"


def prose(text: str, identity: str) -> Iterator[Cell]:
    for count, part in enumerate(lesson.read(text, NAME), 1):
        if isinstance(part, lesson.Block):
            name = "setup" if part.kind == "setup" else f"{identity}-{count}"
            yield code(part.source, name, dict(FIXED))
        elif isinstance(part, lesson.Text):
            yield markdown(part.source, f"{identity}-{count}")


def read(text: str) -> tuple[str, list[Puzzle], str]:
    """Take the text apart.

    Returns
    -------
    before : str
        What comes before the first puzzle.
    puzzles : list of Puzzle
    after : str
        What comes after the last one, from the next heading on.
    """
    before, *rest = PUZZLE.split(text)
    found = [rest[n : n + 4] for n in range(0, len(rest), 4)]
    found[-1][3], heading, after = found[-1][3].partition("\n## ")
    puzzles = [
        puzzle(number, len(found), name, known, int(difficulty), body)
        for number, (name, known, difficulty, body) in enumerate(found, 1)
    ]
    return before, puzzles, heading + after


def puzzle(number: int, total: int, name: str, known: str, difficulty: int, body: str) -> Puzzle:
    parts = re.split(r"^(::\w+)$", body, flags=re.M)
    if tuple(parts[1::2]) != PARTS:
        raise ValueError(f"{NAME}, puzzle {number}: {' and '.join(PARTS)} have to stand in it")
    mistake = next((m for m in mistakes.of(name) if m.id == known), None)
    if mistake is None:
        raise ValueError(f"{NAME}, puzzle {number}: {name} has no known mistake `{known}`")
    source = Live().source(name)
    wrong, right = (shown(s) for s in (mistakes.apply(mistake, source), source))
    scene, question, reason = (part.strip("\n") for part in parts[::2])
    return Puzzle(number, total, name, mistake, wrong, right, difficulty, scene, question, reason)


def shown(source: str) -> str:
    """Leave out the marks of the solution, and of the docstring all but its first line."""
    source = re.sub(r'"""([^\n]*)\n.*?"""', r'"""\1"""', stub.full(source), count=1, flags=re.S)
    lines = source.split("\n")
    return "\n".join(line for line in lines if line.strip() not in (stub.BEGIN, stub.END))


def heading(puzzle: Puzzle) -> str:
    marks = "●" * puzzle.difficulty + "○" * (4 - puzzle.difficulty)
    return f"## Puzzle {puzzle.number} of {puzzle.total} · `{puzzle.name}` · {marks}"


def fold(puzzle: Puzzle) -> str:
    """Write the question, how to get a hint, and the answer, which is folded."""
    was, right = the_line(puzzle)
    return "\n\n".join(
        (
            puzzle.question,
            f"Stuck? In a new cell, `hint({puzzle.number})` gives one hint at a time.",
            "<details><summary>The line</summary>",
            f"* wrong: `{was}`\n* right: `{right}`",
            puzzle.reason,
            "</details>",
        )
    )


def the_line(puzzle: Puzzle) -> tuple[str, str]:
    """Find the one line in which the two sources differ.

    Raises
    ------
    ValueError
        If it is not one.
    """
    changes = list(ndiff(puzzle.wrong.split("\n"), puzzle.right.split("\n")))
    was = [change[2:].strip() for change in changes if change.startswith("- ")]
    right = [change[2:].strip() for change in changes if change.startswith("+ ")]
    if (len(was), len(right)) != (1, 1):
        raise ValueError(f"{NAME}, puzzle {puzzle.number}: its mistake is not one wrong line")
    return was[0], right[0]
