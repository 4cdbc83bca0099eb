"""Hints as a card under the cell and as text: those given so far, and how to get the next one."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from grader.show.card import HEADLINES, MOODS, SIGNS, STYLE, prose, signed
from grader.show.terminal import WIDTH, wrap
from grader.study.ladder import Ladder
from grader.verdict import Verdict

# A blue that no state of a check has: a hint is no judgement.
ASKING = """
.rnn-card.ask{--mood:var(--ask);--ask:#14609f}
body[data-jp-theme-light=false] .rnn-card.ask,body.vscode-dark .rnn-card.ask{--ask:#7fbdf5}
.rnn-card.rnn-card ol{margin:.6em 0 0;padding:0;list-style:none}
.rnn-card.rnn-card li{margin:.45em 0 0;padding:0 0 0 .8em;border-left:2px solid var(--line)}
.rnn-card.rnn-card li.now{border-left-color:var(--mood)}
.rnn-card li strong{display:block;font-size:12px;color:var(--soft)}
.rnn-card li.now strong{color:var(--mood)}
@media print{body .rnn-card.rnn-card.ask{--ask:#14609f}}
""".replace("\n", "")


@dataclass(frozen=True)
class Hint:
    """What `hint` gives: its HTML is a card, its str and its repr are text.

    Attributes
    ----------
    verdict : Verdict
        What the check of the function said.
    ladder : Ladder
        The hints that there are.
    level : int
        How many of them are shown; one more than there are where the learner asked for more.
    lead : str
        A sentence before them, such as that the last mistake is gone.
    after : str
        What to do next.
    """

    verdict: Verdict
    ladder: Ladder
    level: int = 1
    lead: str = ""
    after: str = ""

    def __str__(self) -> str:
        return text(self)

    def __repr__(self) -> str:
        return text(self)

    def _repr_html_(self) -> str:
        return html(self)

    @property
    def rungs(self) -> tuple[tuple[str, str], ...]:
        return self.ladder.rungs[: self.level]

    @property
    def state(self) -> str:
        """Say in two or three words how far one is."""
        count = len(self.ladder.rungs)
        if count > 1:
            return f"hint {min(self.level, count)} of {count}"
        return HEADLINES[self.verdict.status][1]


def html(hint: Hint) -> str:
    """Draw the card; every word of the learner's is escaped."""
    status, name = hint.verdict.status, hint.verdict.exercise
    mood = MOODS.get(status, "ask")
    sign = {"good": SIGNS["right"], "idle": SIGNS["missing"]}.get(mood, "?")
    parts = [
        f"<style>{STYLE}{ASKING}</style>",
        f'<section class="rnn-card {mood}" aria-label="Hint for {escape(name)}"><header>',
        f'<code>{escape(name)}</code> <span class="state">{signed(sign, hint.state)}</span>',
        "</header>",
        *(f"<p>{prose(line)}</p>" for line in (hint.lead, hint.ladder.title) if line),
        rungs(hint),
        *(f"<p><strong>Note:</strong> {prose(note)}</p>" for note in hint.verdict.notes),
        f"<p>{prose(hint.after)}</p>" if hint.after else "",
        f'<p class="place">{escape(reading(hint))}</p>' if hint.ladder.reread else "",
    ]
    return "".join([*parts, "</section>"])


def rungs(hint: Hint) -> str:
    """List the hints so far; the newest is marked, for the eye and for a screen reader."""
    if not hint.rungs:
        return ""
    last = len(hint.rungs) - 1
    items = [
        f"<li{' class=now aria-current=step' if number == last else ''}>"
        f"<strong>{escape(label)}</strong> {prose(said)}</li>"
        for number, (label, said) in enumerate(hint.rungs)
    ]
    return f"<ol>{''.join(items)}</ol>"


def reading(hint: Hint) -> str:
    return f"Read{'' if hint.verdict.status == 'not_started' else ' again'}: {hint.ladder.reread}"


def text(hint: Hint) -> str:
    """Write the hints as a few lines of text."""
    name = hint.verdict.exercise
    lines = [f"{name}{hint.state.rjust(WIDTH - len(name))}" if name else ""]
    for line in (hint.lead, hint.ladder.title):
        lines += wrap(line, 2)
    for label, said in hint.rungs:
        lines += wrap(f"{label}: {said}", 4)
    for note in hint.verdict.notes:
        lines += wrap(f"Note: {note}", 2)
    lines += wrap(hint.after, 2)
    if hint.ladder.reread:
        lines += wrap(reading(hint), 2)
    return "\n".join(line for line in lines if line)
