"""The part about exercises: distributions of points, results, difficulty, discrimination."""

from __future__ import annotations

from collections.abc import Sequence

from grader.classroom.report.statistics import BINS, ENOUGH, Measured
from grader.classroom.report.words import name
from grader.show.card import HEADLINES
from grader.show.terminal import count

WIDTH, HEIGHT, BASE, TOP = 180, 84, 68, 14
SHORT = ("0", "<¼", "<½", "<¾", "<1", "1")
KINDS = {0: " none", len(BINS) - 1: " all"}

NOTE = f"""
<p><strong>Mean</strong> is the mean share of the points that an exercise brings, of all who have
handed in its assignment; what is not there brings none. <strong>Discrimination</strong> is the
corrected item-total correlation: r between a student’s share x of the points of this exercise and
their points y in all other exercises of the assignment,
r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² · Σ(y − ȳ)²). Near 0, or below, the exercise tells little about
who can do the rest: look at how it is posed. It is not said of fewer than {ENOUGH} answers, where
chance alone makes about ±0.3, nor where all have the same.</p>
""".replace("\n", " ")


def exercises_part(found: Sequence[Measured]) -> str:
    figures = "".join(map(figure, found))
    return f'<div class="grid">{figures}</div>{table(found)}{NOTE}'


def figure(one: Measured) -> str:
    """Draw how the points of an exercise are distributed."""
    statuses = ", ".join(
        f"{number} {HEADLINES[status][1]}" for status, number in one.statuses.items()
    )
    caption = f"<figcaption><code>{name(one.exercise)}</code></figcaption>"
    return f"<figure>{caption}{histogram(one)}<p>{statuses}</p></figure>"


def histogram(one: Measured) -> str:
    """Draw bars for the shares of the points; the label says the same in words."""
    said = "; ".join(
        f"{bin} of the points: {number}"
        for bin, number in zip(BINS, one.bins, strict=True)
        if number
    )
    slot = WIDTH / len(BINS)
    shapes = []
    for n, number in enumerate(one.bins):
        height = round((BASE - TOP) * number / max(one.bins), 1)
        middle = round(slot * (n + 0.5), 1)
        shapes.append(f'<text x="{middle}" y="{HEIGHT - 3}">{SHORT[n].replace("<", "&lt;")}</text>')
        if number:
            shapes.append(
                f'<rect class="bar{KINDS.get(n, "")}" x="{middle - 10}" width="20" '
                f'y="{BASE - height}" height="{height}"/>'
                f'<text x="{middle}" y="{BASE - height - 3}">{number}</text>'
            )
    line = f'<line class="base" x1="0" x2="{WIDTH}" y1="{BASE}" y2="{BASE}"/>'
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{count(one.answers, "answer")}. {said}.">{"".join(shapes)}{line}</svg>'
    )


def table(found: Sequence[Measured]) -> str:
    """List the exercises, the hardest first."""
    rows = "".join(
        f'<tr class="row"><th scope="row">{name(one.exercise)}</th>'
        f'<td class="count">{one.answers}</td><td class="count">{one.mean:.0%}</td>'
        f'<td class="count">{number(one.discrimination)}</td></tr>'
        for one in sorted(found, key=lambda one: one.mean)
    )
    columns = "".join(
        f'<th scope="col" class="count">{column}</th>'
        for column in ("answers", "mean", "discrimination")
    )
    return (
        '<table class="sums"><caption>By difficulty, the hardest first</caption><thead><tr>'
        f'<th scope="col">exercise</th>{columns}</tr></thead><tbody>{rows}</tbody></table>'
    )


def number(r: float | None) -> str:
    return "not said" if r is None else f"{r:.2f}".replace("-", "−")
