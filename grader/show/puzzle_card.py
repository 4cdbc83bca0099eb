"""A puzzle of the bonus notebook as a card: what its function gets wrong, and the score."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from grader.show import terminal
from grader.show.card import HEADLINES, STYLE, message, prose, section, signed, table
from grader.show.card import MOODS as JUDGED
from grader.show.hint_card import ASKING
from grader.show.progress_card import TABLE
from grader.show.terminal import spread, wrap
from grader.verdict import Verdict

MOODS = {**JUDGED, "wrong": "ask"}
FOUND = "Every output is right now. Compare your reason with “The line” below."
LAST = "That was the last one. Whoever finds these in strange code finds them in their own."
START = "Put the function back: run the cell above with its code in it, then this one."


@dataclass(frozen=True)
class PuzzleCard:
    """What `puzzle` gives: its HTML is a card, its str and its repr are text.

    Attributes
    ----------
    number : int
    verdict : Verdict
        The name of the mistake, if it holds one, is not shown.
    found : bool
        Whether this puzzle was solved in this session, be it earlier.
    count, total : int
        How many puzzles are solved, of how many.
    """

    number: int
    verdict: Verdict
    found: bool
    count: int
    total: int

    def __str__(self) -> str:
        return text(self)

    def __repr__(self) -> str:
        return text(self)

    def _repr_html_(self) -> str:
        return html(self)

    @property
    def solved(self) -> bool:
        return self.verdict.status == "correct"

    @property
    def judged(self) -> bool:
        return bool(self.verdict.outputs)

    @property
    def state(self) -> tuple[str, str]:
        """Give a sign and two or three words."""
        if self.solved:
            return "✓", "found"
        if self.verdict.status == "wrong":
            return "?", "found before, not right now" if self.found else "not found yet"
        return HEADLINES[self.verdict.status]

    @property
    def after(self) -> str:
        if not self.solved:
            return ""
        return LAST if self.count == self.total else FOUND


def html(card: PuzzleCard) -> str:
    """Draw the card; every word of the learner's is escaped."""
    verdict = card.verdict
    name = escape(verdict.exercise)
    if not card.judged:
        return f"<style>{STYLE}</style>{section(verdict)}"
    parts = [
        f"<style>{STYLE}{ASKING}</style>",
        f'<section class="rnn-card {MOODS.get(verdict.status, "bad")}"',
        f' aria-label="Puzzle {card.number}: {name}"><header>',
        f'<code>{name}</code> <span class="state">{signed(*card.state)}</span>',
        f' <span class="points"><strong>{card.count}</strong> of {card.total} found</span>',
        "</header>",
        message(verdict, START),
        table(verdict) if verdict.status == "wrong" else "",
        *(f"<p><strong>Note:</strong> {prose(note)}</p>" for note in verdict.notes),
        f"<p>{prose(card.after)}</p>" if card.after else "",
    ]
    return "".join([*parts, "</section>"])


def text(card: PuzzleCard) -> str:
    """Write the card as a few lines of text."""
    verdict = card.verdict
    if not card.judged:
        return terminal.text(verdict)
    said = f"{card.state[1]}, {card.count} of {card.total} found"
    lines = [spread(f"puzzle {card.number}: {verdict.exercise}", said)]
    for line in verdict.message.split("\n"):
        lines += wrap(line, 2)
    if verdict.status == "wrong":
        lines += terminal.table(verdict, colour=False)
    for note in verdict.notes:
        lines += wrap(f"Note: {note}", 2)
    return "\n".join([*lines, *wrap(card.after, 2)])


@dataclass(frozen=True)
class ScoreCard:
    """What `score` gives: which puzzles are open, of how many; 0 before any was run."""

    open: tuple[int, ...]
    total: int

    def __str__(self) -> str:
        return f"{self.state} found. {self.rest}"

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        share = 100 * (self.total - len(self.open)) / (self.total or 1)
        mood = "idle" if self.open or not self.total else "good"
        return (
            f"<style>{STYLE}{TABLE}</style>"
            f'<section class="rnn-card {mood}" aria-label="Your score"><header>'
            '<strong>Find the bug</strong> <span class="points">'
            f"<strong>{self.state}</strong> found</span></header>"
            f'<div class="bar" aria-hidden="true"><i style="width:{share:.0f}%"></i></div>'
            f"<p>{prose(self.rest)}</p></section>"
        )

    @property
    def state(self) -> str:
        return f"{self.total - len(self.open)} of {self.total}" if self.total else "none"

    @property
    def rest(self) -> str:
        if not self.total:
            return "Run the cell of a puzzle and the one below it, then ask again."
        if not self.open:
            return "None is left."
        return f"Still open: {', '.join(map(str, self.open))}."
