"""The solution of an exercise as a card with coloured code, or the sentence that it has to wait."""

from __future__ import annotations

import io
import keyword
import token
import tokenize
from dataclasses import dataclass
from html import escape

from grader.show.card import STYLE, prose, signed

# Each colour has a contrast of at least 4.5 : 1 on the ground of code, in both themes.
INKS = """
.rnn-card.code{--mood:var(--good);--key:#7a2f9e;--text:#00664a;--num:#9a4b00;--note:#565d69;
--def:#14609f}
body[data-jp-theme-light=false] .rnn-card.code,body.vscode-dark .rnn-card.code{--key:#d8a6f0;
--text:#6fd3ad;--num:#f2b272;--note:#a7aebb;--def:#7fbdf5}
.rnn-card .key{color:var(--key);font-weight:600}.rnn-card .text{color:var(--text)}
.rnn-card .num{color:var(--num)}.rnn-card .note{color:var(--note);font-style:italic}
.rnn-card .def{color:var(--def);font-weight:600}
.rnn-card.rnn-card.code pre{white-space:pre;overflow-x:auto}
@media print{body .rnn-card.rnn-card.code{--key:#7a2f9e;--text:#00664a;--num:#9a4b00;--note:#565d69;
--def:#14609f}}
""".replace("\n", "")
KINDS = {tokenize.COMMENT: "note", token.STRING: "text", token.NUMBER: "num"}


@dataclass(frozen=True)
class Solution:
    """What `reveal` gives: its HTML is a card, its str and its repr are text.

    `source` is the solution, "" where it is not shown; `say` a sentence about it.
    """

    name: str
    source: str = ""
    say: str = ""

    def __str__(self) -> str:
        return "\n\n".join(part for part in (self.say, self.source) if part)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return html(self)


def html(solution: Solution) -> str:
    """Draw the card."""
    shown = bool(solution.source)
    state = signed("✓", "one right answer") if shown else signed("–", "not shown")
    parts = [
        f"<style>{STYLE}{INKS}</style>",
        f'<section class="rnn-card {"code" if shown else "idle"}"',
        f' aria-label="Solution of {escape(solution.name)}"><header>',
        f'<code>{escape(solution.name)}</code> <span class="state">{state}</span></header>',
        f"<p>{prose(solution.say)}</p>" if solution.say else "",
        f'<pre tabindex="0">{coloured(solution.source)}</pre>' if shown else "",
    ]
    return "".join([*parts, "</section>"])


def coloured(source: str) -> str:
    """Set Python in colours: keywords, strings, numbers, comments, and the name after `def`."""
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    parts, done, before = [], 0, ""
    for found in tokenize.generate_tokens(io.StringIO(source).readline):
        start = starts[found.start[0] - 1] + found.start[1]
        end = starts[found.end[0] - 1] + found.end[1]
        kind = "def" if before == "def" else KINDS.get(found.type, "")
        if keyword.iskeyword(found.string):
            kind = "key"
        if kind:
            parts.append(escape(source[done:start]))
            parts.append(f'<span class="{kind}">{escape(source[start:end])}</span>')
            done = end
        before = found.string
    return "".join([*parts, escape(source[done:])])
