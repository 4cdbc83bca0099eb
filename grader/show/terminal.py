"""A verdict as text: for a terminal, and as the plain twin of the card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.verdict import OutputVerdict, Verdict

WIDTH = 78
COLOURS = {"right": "32", "correct": "32", "wrong": "31", "crashed": "31", "timeout": "31"}


def number(points: float) -> str:
    """Write points without a needless decimal: 6, 4.5, 0.75."""
    return f"{points:g}" if points == int(points) else f"{points:.2f}".rstrip("0")


def rows(verdict: Verdict) -> Iterator[tuple[str, str, str, str]]:
    """Give (name, shape, status, what was found) for every output."""
    for output in verdict.outputs:
        yield output.name, output.shape, output.status, detail(output)


def detail(output: OutputVerdict) -> str:
    """Choose the finding that says most: the contract first, then a law, then the numbers."""
    by_check = {finding.check: finding.message for finding in reversed(output.findings)}
    for check in ("contract", "value", "property"):
        if check in by_check:
            law = by_check.get("property") if check == "value" else None
            return f"{by_check[check]}; {law}" if law else by_check[check]
    return ""


def text(verdict: Verdict, colour: bool = False) -> str:
    """Write a verdict as a few lines of text.

    Parameters
    ----------
    verdict : Verdict
    colour : bool
        Whether to colour the statuses for a terminal.
    """
    points = f"{number(verdict.points)} / {number(verdict.max_points)}"
    title = verdict.exercise + points.rjust(WIDTH - len(verdict.exercise))
    lines = [bold(title) if colour else title]
    if verdict.message:
        lines += [f"  {line}" for line in verdict.message.split("\n")]
    if verdict.status in ("correct", "wrong"):
        lines += table(verdict, colour)
    return "\n".join([*lines, *(f"  Note: {note}" for note in verdict.notes)])


def table(verdict: Verdict, colour: bool) -> list[str]:
    entries = list(rows(verdict))
    names, shapes = (max((len(entry[i]) for entry in entries), default=0) for i in (0, 1))
    lines = []
    for name, shape, status, found in entries:
        word = paint(status.ljust(8), status) if colour else status.ljust(8)
        lines.append(f"  {name.ljust(names)}  {shape.ljust(shapes)}  {word} {found}".rstrip())
    return lines


def summary(verdicts: Sequence[Verdict], colour: bool = False) -> str:
    """Write all verdicts of a file, and their sum."""
    total = sum(verdict.points for verdict in verdicts)
    possible = sum(verdict.max_points for verdict in verdicts)
    right = sum(verdict.status == "correct" for verdict in verdicts)
    last = f"{right} of {len(verdicts)} functions right"
    points = f"{number(round(total, 2))} / {number(possible)}"
    last += points.rjust(WIDTH - len(last))
    blocks = [text(verdict, colour) for verdict in verdicts]
    return "\n\n".join([*blocks, bold(last) if colour else last])


def paint(word: str, status: str) -> str:
    return f"\033[{COLOURS.get(status, '33')}m{word}\033[0m"


def bold(line: str) -> str:
    return f"\033[1m{line}\033[0m"
