"""A verdict as a card under the cell: HTML to look at, text to read, a number for nbgrader."""

from __future__ import annotations

from html import escape

from grader.show.terminal import number, rows, text
from grader.verdict import Verdict

SIGNS = {"right": "✓", "wrong": "✗", "missing": "–"}
HEADLINES = {
    "correct": "all right",
    "wrong": "not yet right",
    "crashed": "stopped by an error",
    "timeout": "ran too long",
    "missing": "not found",
    "not_started": "not started yet",
}
START = "Write your code where it says <code>YOUR CODE HERE</code>, run that cell, then this one."
STYLE = """
.rnn-card{max-width:46em;border:1px solid var(--jp-border-color1,#bdbdbd);
border-left:6px solid var(--rnn-sign);border-radius:6px;padding:.6em 1em;
font-family:var(--jp-ui-font-family,system-ui,sans-serif);font-size:14px;line-height:1.5;
color:var(--jp-ui-font-color0,#111);background:var(--jp-layout-color1,#fff)}
.rnn-card.good{--rnn-sign:#009E73}.rnn-card.bad{--rnn-sign:#D55E00}
.rnn-card.idle{--rnn-sign:#8A8F98}
.rnn-card header{display:flex;justify-content:space-between;gap:1em;font-weight:600}
.rnn-card header code{font-size:1.05em;background:none;color:inherit}
.rnn-card table{border-collapse:collapse;margin:.4em 0;font-size:13px;width:auto;
color:inherit;background:none;border:none}
.rnn-card tr,.rnn-card tr:nth-child(even),.rnn-card tr:hover{background:none}
.rnn-card td,.rnn-card th{padding:.1em 1.2em .1em 0;text-align:left;vertical-align:top;border:none;
white-space:normal;color:inherit;max-width:28em}
.rnn-card th{font-weight:400;font-family:var(--jp-code-font-family,monospace)}
.rnn-card .no{font-weight:600}.rnn-card p{margin:.3em 0}
.rnn-card pre{white-space:pre-wrap;margin:.4em 0;padding:0;font-size:13px;color:inherit;
background:none;font-family:var(--jp-code-font-family,monospace)}
""".replace("\n", "")


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
    mood = {"correct": "good", "not_started": "idle"}.get(verdict.status, "bad")
    points = f"{number(verdict.points)} / {number(verdict.max_points)}"
    parts = [
        f"<style>{STYLE}</style>",
        f'<section class="rnn-card {mood}" aria-label="Result of {escape(verdict.exercise)}">',
        f"<header><span><code>{escape(verdict.exercise)}</code> {HEADLINES[verdict.status]}</span>",
        f'<span aria-label="{points} points">{points}</span></header>',
        message(verdict),
    ]
    if verdict.status in ("correct", "wrong"):
        parts.append(table(verdict))
    parts += [f"<p>{escape(note)}</p>" for note in verdict.notes]
    if verdict.status == "not_started":
        parts.append(f"<p>{START}</p>")
    return "".join([*parts, "</section>"])


def message(verdict: Verdict) -> str:
    if not verdict.message or verdict.status == "not_started":
        return ""
    first, *lines = verdict.message.split("\n")
    code = f"<pre>{escape(chr(10).join(line.strip() for line in lines))}</pre>" if lines else ""
    return f"<p>{escape(first)}</p>{code}"


def table(verdict: Verdict) -> str:
    body = []
    for name, shape, status, detail in rows(verdict):
        css = "" if status == "right" else ' class="no"'
        cells = f"<td>{escape(shape)}</td><td{css}>{SIGNS[status]} {status}</td>"
        cells += f"<td>{'<br>'.join(map(escape, detail))}</td>"
        body.append(f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>')
    return f"<table><tbody>{''.join(body)}</tbody></table>"
