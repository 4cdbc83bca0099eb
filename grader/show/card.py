"""A verdict as a card under the cell: HTML to look at, text to read, a number for nbgrader."""

from __future__ import annotations

import re
from html import escape

from grader.error_map import ErrorMap
from grader.show.error_map import picture
from grader.show.terminal import meant, rows, text, worth
from grader.study.ladder import ladder
from grader.verdict import Verdict

SIGNS = {"right": "✓", "wrong": "✗", "missing": "–"}
HEADLINES = {
    "correct": ("✓", "all right"),
    "wrong": ("✗", "not yet right"),
    "crashed": ("✗", "stopped by an error"),
    "timeout": ("✗", "ran too long"),
    "missing": ("–", "not found"),
    "not_started": ("–", "not started yet"),
}
MOODS = {"correct": "good", "missing": "idle", "not_started": "idle"}
NAME = "The mistake:"
START = "Write your code where it says `YOUR CODE HERE`, run that cell, then this one."

DARK = """
--good:#3fcf9f;--bad:#ff9d5c;--idle:#a7aebb;--line:#444a54;--soft:#a7aebb;--code:#23272e;
--ground:#15181c;--ink:#eceef1""".replace("\n", "")

# Class names are doubled where JupyterLab's own rules for tables and code have to be outdone.
# Every colour of a word has a contrast of at least 4.5 : 1 on its ground, in both themes.
STYLE = """
.rnn-card{--good:#00714f;--bad:#b34700;--idle:#5c6370;--line:#d5d8dc;--soft:#575e6b;--code:#f2f3f5;
--ground:#fff;--ink:#16181d;container-type:inline-size;max-width:56em;
box-sizing:border-box;margin:2px 0 6px;padding:.65em 1.1em .75em;
border:1px solid var(--line);border-left:6px solid var(--mood);
border-radius:6px;background:var(--ground);color:var(--ink);line-height:1.5;
font-size:14px;font-family:var(--jp-content-font-family,system-ui,sans-serif)}
body[data-jp-theme-light=false] .rnn-card,body.vscode-dark .rnn-card{DARK}
.rnn-card.good{--mood:var(--good)}.rnn-card.bad{--mood:var(--bad)}.rnn-card.idle{--mood:var(--idle)}
.rnn-card header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1em .9em}
.rnn-card .state{font-weight:700;color:var(--mood)}
.rnn-card .points{margin-left:auto;white-space:nowrap}
.rnn-card.rnn-card p{margin:.5em 0 0}
.rnn-card.rnn-card code,.rnn-card.rnn-card pre{font-size:13px;color:inherit;
font-family:var(--jp-code-font-family,ui-monospace,monospace)}
.rnn-card.rnn-card :not(pre)>code{padding:.1em .3em;border-radius:3px;background:var(--code)}
.rnn-card.rnn-card header code{padding:0;background:none;font-size:15px;font-weight:700}
.rnn-card.rnn-card pre{margin:.25em 0 0;padding:.4em .7em;border-radius:4px;background:var(--code);
white-space:pre-wrap;overflow-wrap:anywhere}
.rnn-card.rnn-card details{margin:.45em 0 0}
.rnn-card summary{width:fit-content;cursor:pointer;font-size:13px;color:var(--soft)}
.rnn-card.rnn-card details p{margin:.2em 0 .1em 1.1em}
.rnn-card figure.map{margin:.6em 0 0}
.rnn-card figure.map figcaption{font-size:12px;color:var(--soft)}
.rnn-card .map .ok{fill:none;stroke:var(--idle)}.rnn-card .map .no{fill:var(--bad)}
.rnn-card .map .cross{stroke:var(--ground);stroke-width:2;fill:none}
.rnn-card .place{font-size:13px;color:var(--soft)}
.rnn-card.rnn-card table{margin:.55em 0 0;border-collapse:collapse;border:none;
color:inherit;font-size:13px}
.rnn-card.rnn-card tr:nth-child(n),.rnn-card.rnn-card tbody tr:nth-child(n){background:none}
.rnn-card.rnn-card td,.rnn-card.rnn-card th{padding:.25em 1.6em .25em 0;border:none;
border-top:1px solid var(--line);text-align:left;vertical-align:baseline;font-weight:400;
color:inherit;max-width:34em;white-space:normal}
.rnn-card.rnn-card thead th{border-top:none;font-size:12px;color:var(--soft)}
.rnn-card.rnn-card tbody th{white-space:nowrap;
font-family:var(--jp-code-font-family,ui-monospace,monospace)}
.rnn-card.rnn-card td:last-child,.rnn-card.rnn-card th:last-child{padding-right:0}
.rnn-card.rnn-card td.of{white-space:nowrap;color:var(--soft)}
.rnn-card.rnn-card td.is{white-space:nowrap}
.rnn-card.rnn-card td.right{color:var(--good)}
.rnn-card.rnn-card td.wrong,.rnn-card.rnn-card td.missing{font-weight:700;color:var(--bad)}
@container (max-width:30em){.rnn-card.rnn-card thead{display:none}
.rnn-card.rnn-card tr:nth-child(n){display:flex;flex-wrap:wrap;padding:.3em 0;
border-top:1px solid var(--line)}
.rnn-card.rnn-card td,.rnn-card.rnn-card th{border-top:none;padding-top:0;padding-bottom:0}
.rnn-card.rnn-card td.saw{flex-basis:100%}}
@media print{body .rnn-card.rnn-card{--good:#00714f;--bad:#b34700;--idle:#5c6370;--line:#bbb;
--soft:#444;--code:#f2f3f5;--ground:#fff;--ink:#000;break-inside:avoid;
print-color-adjust:exact;-webkit-print-color-adjust:exact}}
""".replace("\n", "").replace("DARK", DARK)


class Result(float):
    """What `check` gives: the points as a float, whose HTML is the card and whose str is its text.

    Its repr is exactly the number, because nbgrader reads the score from it.
    """

    verdict: Verdict

    def __new__(cls, verdict: Verdict) -> Result:
        result = super().__new__(cls, verdict.points)
        result.verdict = verdict
        return result

    def __repr__(self) -> str:
        return float.__repr__(self)

    def __str__(self) -> str:
        return text(self.verdict)

    def _repr_html_(self) -> str:
        return html(self.verdict)


def html(verdict: Verdict) -> str:
    """Draw the card. Nothing in it comes from outside; every word of the learner's is escaped."""
    return f"<style>{STYLE}</style>{section(verdict)}"


def section(verdict: Verdict, start: str = START) -> str:
    """Draw the card for a page that has the style already.

    Parameters
    ----------
    verdict : Verdict
    start : str
        What to say where nothing was begun.
    """
    parts = [
        f'<section class="rnn-card {MOODS.get(verdict.status, "bad")}"',
        f' aria-label="Check of {escape(verdict.exercise)}">',
        header(verdict),
        message(verdict, start),
    ]
    if verdict.status in ("correct", "wrong"):
        parts.append(table(verdict))
    parts.append(trouble(verdict))
    parts += [picture(found) for found in about_the_trouble(verdict)]
    parts += [f"<p><strong>Note:</strong> {prose(note)}</p>" for note in verdict.notes]
    return "".join([*parts, "</section>"])


def header(verdict: Verdict) -> str:
    sign, headline = HEADLINES[verdict.status]
    name = f"<code>{escape(verdict.exercise)}</code>"
    state = f'<span class="state">{signed(sign, headline)}</span>'
    points = worth(verdict)
    if verdict.max_points:
        unit = "point" if verdict.max_points == 1 else "points"
        points = f"<strong>{points}</strong> {unit}"
    place = f' <span class="points">{points}</span>' if points else ""
    return f"<header>{name} {state}{place}</header>"


def signed(sign: str, word: str) -> str:
    """Put a sign before a word. It is for the eye: a screen reader says the word alone."""
    return f'<span aria-hidden="true">{sign}</span> {escape(word)}'


def prose(words: str) -> str:
    """Escape a sentence, and set in code what stands between backticks."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(words))


def message(verdict: Verdict, start: str) -> str:
    """Say what happened, and show each line of code that it names, under the place it stands in."""
    if verdict.status == "not_started":
        return f"<p>{prose(start)}</p>"
    if not verdict.message:
        return ""
    first, *lines = verdict.message.split("\n")
    parts = [f"<p>{prose(line)}</p>" for line in (first, meant(verdict)) if line]
    for line in lines:
        place, _, code = line.strip().partition(": ")
        parts.append(f'<p class="place">{escape(place)}</p>')
        parts.append(f"<pre>{escape(code)}</pre>" if code else "")
    return "".join(parts)


def trouble(verdict: Verdict) -> str:
    """Name the mistake, or what goes wrong first, and ask a question; more hints are folded."""
    if verdict.status not in ("wrong", "crashed", "timeout"):
        return ""
    found = ladder(verdict)
    (_, first), *more = found.rungs or [("", "")]
    parts = []
    if verdict.mistakes or (verdict.status == "wrong" and not verdict.message):
        title = prose(found.title).replace(NAME, f"<strong>{NAME}</strong>", 1)
        parts.append(f"<p>{title}</p>")
    if first and not meant(verdict):
        parts.append(f"<p>{prose(first)}</p>")
    parts += [
        f"<details><summary>{escape(label)}</summary><p>{prose(hint)}</p></details>"
        for label, hint in more
    ]
    if found.reread and verdict.status == "wrong":
        parts.append(f'<p class="place">Read again: {escape(found.reread)}</p>')
    return "".join(parts)


def about_the_trouble(verdict: Verdict) -> list[ErrorMap]:
    """Choose the map of the output that the card speaks of, or else of the first."""
    named = verdict.mistakes[0]["outputs"] if verdict.mistakes else ()
    told = [found for found in verdict.maps if found.output in named]
    return [*told, *verdict.maps][:1]


def table(verdict: Verdict) -> str:
    """List the outputs; the column for what was found is there if anything was."""
    entries = list(rows(verdict))
    columns = ["output", "shape", "result"]
    columns += ["what the check saw"] if any(found for *_, found in entries) else []
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    body = []
    for name, shape, status, found in entries:
        cells = [
            f'<th scope="row">{escape(name)}</th>',
            f'<td class="of">{escape(shape)}</td>',
            f'<td class="is {status}">{signed(SIGNS[status], status)}</td>',
        ]
        if len(columns) > len(cells):
            cells.append(f'<td class="saw">{"<br>".join(map(prose, found))}</td>')
        body.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
