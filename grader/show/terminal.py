"""A verdict as text: for a terminal, and as the plain twin of the card."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from grader.crashes import plainly
from grader.study.ladder import ladder
from grader.verdict import Verdict, details

WIDTH = 78
PRACTICE = "for practice"
COLOURS = {"right": "32", "correct": "32", "wrong": "31", "crashed": "31", "timeout": "31"}


def number(points: float) -> str:
    """Write points without a needless decimal: 6, 4.5, 0.75."""
    return f"{points:g}" if points == int(points) else f"{points:.2f}".rstrip("0")


def count(things: int, what: str) -> str:
    """Write how many of something there are: 1 file, 2 files."""
    return f"{things} {what}{'' if things == 1 else 's'}"


def worth(verdict: Verdict) -> str:
    """Write what a verdict brings, such as "4.5 / 6", or that the exercise does not count."""
    if verdict.max_points:
        return f"{number(verdict.points)} / {number(verdict.max_points)}"
    return PRACTICE if verdict.outputs else ""  # no outputs: there is no such exercise


def rows(verdict: Verdict) -> Iterator[tuple[str, str, str, list[str]]]:
    """Give (name, shape, status, what was found) for every output."""
    for output in verdict.outputs:
        yield output.name, output.shape, output.status, details(output)


def text(verdict: Verdict, colour: bool = False) -> str:
    """Write a verdict as a few lines of text.

    Parameters
    ----------
    verdict : Verdict
    colour : bool
        Whether to colour the statuses for a terminal.
    """
    title = spread(verdict.exercise, worth(verdict))
    lines = [bold(title) if colour else title]
    first, *rest = verdict.message.split("\n")
    for line in (first, meant(verdict), *rest):
        lines += wrap(line, 2)
    if verdict.status in ("correct", "wrong"):
        lines += table(verdict, colour)
    if verdict.status == "wrong" or verdict.mistakes:
        lines += trouble(verdict)
    for note in verdict.notes:
        lines += wrap(f"Note: {note}", 2)
    return "\n".join(lines)


def trouble(verdict: Verdict) -> list[str]:
    """Name the mistake, or else what goes wrong first, and ask one question about it."""
    found = ladder(verdict)
    title = found.title if found.title != verdict.message else ""
    lines = wrap(title.replace("`", ""), 2) if title else []
    lines += wrap(found.rungs[0][1].replace("`", ""), 4) if found.rungs else []
    to_read = found.reread if verdict.status == "wrong" else ""
    return lines + (wrap(f"Read again: {to_read}", 4) if to_read else [])


def meant(verdict: Verdict) -> str:
    """Explain an error in the words of the course, where it is certain what it means."""
    unknown = verdict.status == "crashed" and not verdict.mistakes
    return plainly(verdict.message) if unknown else ""


def spread(left: str, right: str) -> str:
    return (left + right.rjust(WIDTH - len(left))).rstrip()


def wrap(line: str, indent: int) -> list[str]:
    return textwrap.wrap(
        line, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)
    )


def table(verdict: Verdict, colour: bool) -> list[str]:
    entries = list(rows(verdict))
    names, shapes = (max((len(entry[i]) for entry in entries), default=0) for i in (0, 1))
    lines = []
    for name, shape, status, found in entries:
        word = paint(status.ljust(8), status) if colour else status.ljust(8)
        start = f"  {name.ljust(names)}  {shape.ljust(shapes)}  {word}"
        room = WIDTH - names - shapes - 14
        said = [part for line in found for part in textwrap.wrap(line, max(room, 30))] or [""]
        lines.append(f"{start} {said[0]}".rstrip())
        lines += [" " * (names + shapes + 15) + part for part in said[1:]]
    return lines


def summary(verdicts: Sequence[Verdict], colour: bool = False) -> str:
    """Write all verdicts of a file, and their sum."""
    total = sum(verdict.points for verdict in verdicts)
    possible = sum(verdict.max_points for verdict in verdicts)
    right = sum(verdict.status == "correct" for verdict in verdicts)
    points = f"{number(round(total, 2))} / {number(round(possible, 2))}" if possible else PRACTICE
    last = spread(f"{right} of {len(verdicts)} functions right", points)
    blocks = [text(verdict, colour) for verdict in verdicts]
    return "\n\n".join([*blocks, bold(last) if colour else last])


def paint(word: str, status: str) -> str:
    return f"\033[{COLOURS.get(status, '33')}m{word}\033[0m"


def bold(line: str) -> str:
    return f"\033[1m{line}\033[0m"
