"""Where a learner stands, as a card with a table and as text."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from grader.exercises import EXERCISES
from grader.show.card import STYLE, prose, signed
from grader.show.terminal import PRACTICE, WIDTH, number, wrap
from grader.study.standing import Part, Row, Standing

SIGNS = {"done": "✓", "not yet right": "✗", "ran too long": "✗"}
CLASSES = {"done": "right", "not yet right": "wrong", "ran too long": "wrong"}
SAVED = (
    "This comes from your saved notebooks. What you changed since you last saved one{} does not "
    "show here yet."
)
HERE = ", this one included,"
LATE = "Time was up before all functions were judged. Does one of them run very long?"

# No class is called "row": nbgrader's front end gives that name's elements a child, for a row of a
# table one cell more.
TABLE = """
.rnn-card .bar{height:6px;margin:.6em 0 .2em;border-radius:3px;background:var(--line);
overflow:hidden}
.rnn-card .bar i{display:block;height:100%;background:var(--good)}
.rnn-card.rnn-card.rnn-card tr.part>*{padding-top:.7em;border-top:1px solid var(--line);
font-weight:600;font-family:var(--jp-content-font-family,system-ui,sans-serif)}
.rnn-card.rnn-card.rnn-card tr.task>*{border-top:none;padding-top:.1em}
.rnn-card.rnn-card.rnn-card tr.task th,.rnn-card.rnn-card td.why{padding-left:1em}
.rnn-card.rnn-card td.count{white-space:nowrap;text-align:right;font-variant-numeric:tabular-nums}
.rnn-card.rnn-card thead th.count{text-align:right}
.rnn-card.rnn-card tr.next th{text-decoration:underline;text-underline-offset:.25em}
@container (max-width:30em){.rnn-card.rnn-card thead.where{display:table-header-group}
.rnn-card.rnn-card.rnn-card .where tr:nth-child(n){display:table-row}
.rnn-card.rnn-card.rnn-card .where td,.rnn-card.rnn-card.rnn-card .where th{padding-right:.6em}
.rnn-card.rnn-card.rnn-card .where tr.task th{padding-left:0}}
@container (max-width:26em){.rnn-card.rnn-card .where .min{display:none}}
""".replace("\n", "")


@dataclass(frozen=True)
class Progress:
    """What `progress` gives: its HTML is a card, its str and its repr are text."""

    standing: Standing

    def __str__(self) -> str:
        return text(self.standing)

    def __repr__(self) -> str:
        return text(self.standing)

    def _repr_html_(self) -> str:
        return html(self.standing)


def html(standing: Standing) -> str:
    """Draw the card."""
    share = 100 * standing.points / (standing.max_points or 1)
    parts = [
        f"<style>{STYLE}{TABLE}</style>",
        f'<section class="rnn-card {"good" if standing.done else "idle"}"',
        ' aria-label="Your progress">',
        f'<header><strong>Your progress</strong> <span class="state">{escape(state(standing))}',
        f'</span> <span class="points"><strong>{score(standing.points, standing.max_points)}',
        "</strong> points</span></header>",
        f'<div class="bar" aria-hidden="true"><i style="width:{share:.0f}%"></i></div>',
        table(standing),
        *(f"<p>{prose(line)}</p>" for line in next_steps(standing)),
        f'<p class="place">{escape(SAVED.format(HERE))}</p>',
    ]
    return "".join([*parts, "</section>"])


def table(standing: Standing) -> str:
    """List all exercises, a group for each notebook."""
    columns = (("exercise", ""), ("state", ""), ("points", "count"), ("minutes", "count min"))
    head = "".join(f'<th scope="col" class="{kind}">{name}</th>' for name, kind in columns)
    first = standing.left[0][1].name if standing.left else ""
    bodies = "".join(group(part, first) for part in standing.parts)
    return f'<table><thead class="where"><tr>{head}</tr></thead>{bodies}</table>'


def group(part: Part, first: str) -> str:
    title = f'<th scope="rowgroup" colspan="2">{escape(part.title)}</th>'
    points = f'<td class="count">{score(part.points, part.max_points)}</td>'
    if part.reason:
        why = f'<td colspan="4" class="why">{prose(part.reason)}</td>'
        first_line = f'<tr class="part">{title}{points}<td></td></tr>'
        return f'<tbody class="where">{first_line}<tr class="task">{why}</tr></tbody>'
    minutes = sum(row.minutes or 0 for row in part.rows if row.state != "done")
    left = f'<td class="count min">{minutes or ""}</td>'
    rows = "".join(line(row, row.name == first) for row in part.rows)
    first_line = f'<tr class="part">{title}{points}{left}</tr>'
    return f'<tbody class="where">{first_line}{rows}</tbody>'


def line(row: Row, is_next: bool) -> str:
    minutes = "" if row.state == "done" else str(row.minutes or "")
    sign = SIGNS.get(row.state, "–")
    return (
        f'<tr class="task{" next" if is_next else ""}"><th scope="row">{escape(row.name)}</th>'
        f'<td class="is {CLASSES.get(row.state, "of")}">{signed(sign, row.state)}</td>'
        f'<td class="count">{score(row.points, row.max_points)}</td>'
        f'<td class="count min">{minutes}</td></tr>'
    )


def score(points: float, possible: float) -> str:
    return f"{number(points)} / {number(possible)}" if possible else PRACTICE


def state(standing: Standing) -> str:
    rows = [row for part in standing.parts for row in part.rows]
    return f"{sum(row.state == 'done' for row in rows)} of {len(EXERCISES)} functions right"


def next_steps(standing: Standing) -> list[str]:
    """Say what comes next and how long the rest may take."""
    lines = [standing.trouble] if standing.trouble else []
    if standing.left:
        part, row = standing.left[0]
        about = f", about {row.minutes} minutes" if row.minutes else ""
        lines.append(f"Next: `{row.name}` in {part.title}{about}.")
    if standing.minutes:
        where = " in the notebooks that could be read" if standing.gaps else ""
        lines.append(f"Left{where}: about {spoken(standing.minutes)} of writing.")
    if standing.done:
        lines.append("All functions of the course are right.")
    if any(row.state == "not judged" for _, row in standing.left):
        lines.append(LATE)
    return lines


def spoken(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} minutes"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def text(standing: Standing) -> str:
    """Write the table as text."""
    lines = [across("Your progress", score(standing.points, standing.max_points))]
    for part in standing.parts:
        lines += ["", across(part.title, score(part.points, part.max_points))]
        lines += wrap(part.reason, 2)
        for row in part.rows:
            minutes = f"{row.minutes} min" if row.minutes and row.state != "done" else ""
            start = f"  {row.name.ljust(20)}  {row.state.ljust(14)}{minutes.rjust(8)}"
            lines.append(across(start, score(row.points, row.max_points)))
    lines.append("")
    for sentence in [*next_steps(standing), SAVED.format("")]:
        lines += wrap(sentence, 0)
    return "\n".join(lines)


def across(left: str, right: str) -> str:
    return left + right.rjust(WIDTH - len(left))
