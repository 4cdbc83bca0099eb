"""Feedback on an assignment as one HTML page that needs nothing else: no network, no script.

What a student wrote is in it only as far as a card shows it, escaped.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from grader.show.card import DARK, HEADLINES, STYLE, prose, section, signed
from grader.show.terminal import PRACTICE, count, number
from grader.study.standing import spelt
from grader.verdict import Verdict

START = "What you handed in holds no answer yet."
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Even if something of a student's came through unescaped, it could load and run nothing."""

PAGE = """
:root{--ground:#fff;--ink:#16181d;--soft:#575e6b;--line:#d5d8dc;--link:#0b5cad;--note:#f2f3f5}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);
font:16px/1.5 system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:54em;margin:0 auto;padding:1.5em 1.2em 3em}
h1{margin:0 0 .1em;font-size:1.7em;line-height:1.25}
h2{margin:2.2em 0 .5em;padding-bottom:.2em;border-bottom:2px solid var(--line);font-size:1.25em}
h3{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
article{position:relative;margin:.9em 0;scroll-margin-top:1em}footer{margin-top:2em}
p{margin:.4em 0}a{color:var(--link)}a:focus-visible{outline:3px solid;outline-offset:2px}
.soft{color:var(--soft)}.sum{margin:.6em 0;font-size:1.35em}
.sums{border-collapse:collapse;margin:1.2em 0}
.sums caption{text-align:left;font-weight:700;padding-bottom:.3em}
.sums th,.sums td{padding:.25em 1.4em .25em 0;text-align:left;font-weight:400;
vertical-align:baseline;border-top:1px solid var(--line)}
.sums thead th{border-top:none;font-size:.85em;color:var(--soft)}
.sums .part th,.sums .part td,.sums tfoot th,.sums tfoot td{font-weight:700;
padding-top:.6em}
.sums .count{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.sums .row th{font-family:ui-monospace,monospace;font-size:.9em;padding-left:1em}
.words{margin:.5em 0 1em;padding:.6em 1em;border-left:4px solid var(--link);background:var(--note)}
.words p{margin:.2em 0}.words .said{white-space:pre-wrap}
.rnn-card{max-width:none}
@media screen and (prefers-color-scheme:dark){
:root{color-scheme:dark;--ground:#0e1114;--ink:#eceef1;--soft:#a7aebb;--line:#444a54;
--link:#7cb8ff;--note:#1c2025}
.rnn-card.rnn-card{DARK}}
@media (max-width:34em){.sums th,.sums td{padding-right:.7em}.sums .row th{padding-left:0}}
@media print{body{font-size:11pt}main{max-width:none;padding:0}a{color:inherit;
text-decoration:none}h2,h3{break-after:avoid}article{break-inside:avoid}
details::details-content{display:block;height:auto;content-visibility:visible}
.rnn-card.rnn-card details summary{list-style:none}.words{break-inside:avoid;border:1px solid #999}}
""".replace("\n", "").replace("DARK", DARK)


@dataclass(frozen=True)
class Answer:
    """One exercise: what was judged, and what it counts, which can be another number.

    `by_hand` says whether the instructor has set the points; `comment` is what they wrote, on this
    answer or on the mistake in it.
    """

    verdict: Verdict
    points: float
    most: float
    by_hand: bool = False
    comment: str = ""


@dataclass(frozen=True)
class Notebook:
    """One notebook of the assignment; `problem` says why there is nothing to judge."""

    name: str
    problem: str
    answers: tuple[Answer, ...]

    @property
    def title(self) -> str:
        return spelt(self.name) if self.name[:1].isdigit() and "_" in self.name else self.name


@dataclass(frozen=True)
class Feedback:
    """All that the page says.

    Attributes
    ----------
    student, person : str
        The number, and the name, if the gradebook has one.
    penalty : float
        Points taken off because the work was late.
    late : int
        By how many seconds.
    handed_in : str
        When; "" where nobody has noted it.
    round : str
        On which secret inputs it was judged.
    """

    student: str
    person: str
    assignment: str
    notebooks: tuple[Notebook, ...]
    penalty: float = 0.0
    late: int = 0
    handed_in: str = ""
    round: str = ""

    @property
    def answers(self) -> list[Answer]:
        return [answer for notebook in self.notebooks for answer in notebook.answers]

    @property
    def points(self) -> float:
        return max(0.0, sum(answer.points for answer in self.answers) - self.penalty)

    @property
    def most(self) -> float:
        return sum(answer.most for answer in self.answers)


def html(about: Feedback) -> str:
    """Write the page."""
    title = f"Feedback on {about.assignment}"
    return "".join(
        [
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<title>{escape(title)} · {escape(about.student)}</title>",
            f"<style>{STYLE}{PAGE}</style></head><body><main>",
            f"<h1>{escape(title)}</h1>",
            *head(about),
            overview(about),
            *map(notebook, about.notebooks),
            foot(about),
            "</main></body></html>\n",
        ]
    )


def head(about: Feedback) -> list[str]:
    who = f"{about.person} ({about.student})" if about.person else about.student
    lines = [f'<p class="soft">{escape(who)}</p>']
    if about.handed_in:
        late = f", {duration(about.late)} late" if about.late > 0 else ""
        lines.append(f'<p class="soft">Handed in: {escape(about.handed_in)}{late}</p>')
    lines.append(
        f'<p class="sum"><strong>{number(about.points)}</strong> of {number(about.most)} points</p>'
    )
    return lines


def overview(about: Feedback) -> str:
    """List all exercises; each leads to what is said of it."""
    lines = []
    for part in about.notebooks:
        earned, most = sum(a.points for a in part.answers), sum(a.most for a in part.answers)
        lines.append(
            f'<tr class="part"><th scope="rowgroup" colspan="2">{escape(part.title)}</th>'
            f'<td class="count">{number(earned)} / {number(most)}</td></tr>'
        )
        lines += map(row, part.answers)
    if about.penalty:
        lines.append(
            '<tr class="part"><th scope="row" colspan="2">Handed in late</th>'
            f'<td class="count">− {number(about.penalty)}</td></tr>'
        )
    return (
        '<table class="sums"><caption>Points</caption><thead><tr><th scope="col">exercise</th>'
        '<th scope="col">result</th><th scope="col" class="count">points</th></tr></thead>'
        f'<tbody>{"".join(lines)}</tbody><tfoot><tr><th scope="row" colspan="2">All together</th>'
        f'<td class="count">{number(about.points)} / {number(about.most)}</td></tr></tfoot></table>'
    )


def row(answer: Answer) -> str:
    name = escape(answer.verdict.exercise)
    result = signed(*HEADLINES[answer.verdict.status])
    points = f"{number(answer.points)} / {number(answer.most)}" if answer.most else PRACTICE
    breaking = name.replace("_", "_<wbr>")
    return (
        f'<tr class="row"><th scope="row"><a href="#{name}">{breaking}</a></th>'
        f"<td>{result}{', points by hand' if answer.by_hand else ''}</td>"
        f'<td class="count">{points}</td></tr>'
    )


def notebook(part: Notebook) -> str:
    said = [f"<h2>{escape(part.title)}</h2>"]
    if part.problem:
        said.append(f'<div class="words"><p>{prose(part.problem)}</p></div>')
    said += [exercise(answer, bare=bool(part.problem)) for answer in part.answers]
    return "".join(said)


def exercise(answer: Answer, bare: bool) -> str:
    """Show a card, unless nothing was judged. Its heading is for those who jump from one to one."""
    name = escape(answer.verdict.exercise)
    card = f'<p class="soft"><code>{name}</code></p>' if bare else section(answer.verdict, START)
    return f'<article id="{name}"><h3>{name}</h3>{card}{words(answer)}</article>'


def words(answer: Answer) -> str:
    """Give what the instructor has said and set."""
    said = ""
    if answer.by_hand:
        points = f"{number(answer.points)} of {number(answer.most)}"
        said += f"<p>Points set by hand: <strong>{points}</strong></p>"
    if answer.comment:
        said += f'<p>Your instructor’s comment:</p><p class="said">{escape(answer.comment)}</p>'
    return f'<div class="words">{said}</div>' if said else ""


def foot(about: Feedback) -> str:
    where = f" of round {escape(about.round)}" if about.round else ""
    return (
        f'<footer class="soft">Judged on the inputs{where}; the check in your notebook uses '
        "others. Each function is judged alone: a mistake in one costs nothing in another.</footer>"
    )


def duration(seconds: int) -> str:
    """Write a time in its largest unit: 3 days, 1 hour, 20 minutes."""
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        whole = seconds // size
        if whole:
            return count(whole, unit)
    return "less than a minute"
