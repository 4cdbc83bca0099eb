"""The parts about people: who is stuck where, who needs a look, who has the same code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from grader.classroom.report.alike import LINES, WORDS, Passage
from grader.classroom.report.collecting import Answer, Class, Person
from grader.classroom.report.looks import Look
from grader.classroom.report.words import code, folded, listed, name
from grader.show.card import HEADLINES, prose
from grader.show.terminal import count, number

SIGNS = {"correct": "✓", "crashed": "!", "timeout": "∞", "missing": "–", "not_started": "–"}
KINDS = {"correct": "right", "wrong": "part", "missing": "idle", "not_started": "idle"}
LEGEND = (
    "<p>✓ all right; a number is points of an answer that is not yet right; ! stopped by an error; "
    "∞ ran too long; – nothing there. Who has least stands first.</p>"
)
SIDEWAYS = '<p class="sideways">The table can be moved sideways; points stand at its end.</p>'
MOST_LINKS = 6
NOBODY = "<p>Nobody: every file could be read, and every mistake has a name.</p>"
NOT_ALIKE = "<p>No long passage is the same in two answers, letter for letter.</p>"
ABOUT_ALIKE = f"""
<p>These have {LINES} lines or more in a row letter for letter, comments and spaces included, with
{WORDS} or more words that neither the course nor anybody else uses. Did they work together, was it
allowed, or do they have it from the same place? A talk tells; this page does not.</p>
""".replace("\n", " ")


def matrix_part(about: Class) -> str:
    """Show students by exercises, and where most of them stop."""
    theirs: dict[str, dict[str, Answer]] = defaultdict(dict)
    for answer in about.answers:
        theirs[answer.person.id][answer.exercise] = answer
    columns = "".join(
        f'<th scope="col"><span>{escape(exercise)}</span></th>' for exercise in about.exercises
    )
    order = sorted(about.people, key=lambda p: (earned(theirs[p.id]), p.label))
    rows = "".join(row(person, theirs[person.id], about.exercises) for person in order)
    return (
        f"{stops(about, theirs)}{LEGEND}{SIDEWAYS}"
        '<div class="wide" role="region" aria-label="Students by exercises" tabindex="0">'
        f'<table class="matrix"><thead><tr><th scope="col">student</th>{columns}'
        f'<th scope="col">points</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def earned(answers: dict[str, Answer]) -> float:
    return round(sum(answer.points for answer in answers.values()), 2)


def row(person: Person, answers: dict[str, Answer], exercises: Sequence[str]) -> str:
    cells = "".join(cell(answers.get(exercise)) for exercise in exercises)
    label = escape(person.label)
    return (
        f'<tr><th scope="row" title="{label}">{label}</th>{cells}'
        f"<td>{number(earned(answers))}</td></tr>"
    )


def cell(answer: Answer | None) -> str:
    """Show one answer as a sign, and say it in words to those who do not see it."""
    if answer is None:
        return '<td class="idle"><span class="hidden">nothing handed in</span></td>'
    sign = SIGNS.get(answer.status, number(answer.points))
    said = HEADLINES[answer.status][1]
    said += (
        f", {number(answer.points)} of {number(answer.most)}" if answer.status == "wrong" else ""
    )
    kind = KINDS.get(answer.status, "bad")
    return (
        f'<td class="{kind}"><span aria-hidden="true">{sign}</span>'
        f'<span class="hidden">{said}</span></td>'
    )


def stops(about: Class, theirs: dict[str, dict[str, Answer]]) -> str:
    """Count at which exercise of the course each student is the first time not right."""
    firsts: Counter[str] = Counter()
    for answers in theirs.values():
        wrong = [n for n in about.exercises if n in answers and answers[n].status != "correct"]
        firsts.update(wrong[:1])
    if not firsts:
        return "<p>Nobody: everything that was handed in is right.</p>"
    said = "; ".join(f"<code>{name(n)}</code> {firsts[n]}" for n in about.exercises if firsts[n])
    return f"<p>The first exercise that is not right, and for how many students: {said}.</p>"


def looks_part(found: Sequence[Look], anonymous: bool) -> str:
    if not found:
        return NOBODY
    return f"<ul>{''.join(look(one, anonymous) for one in found)}</ul>"


def look(one: Look, anonymous: bool) -> str:
    """List the reasons of one student; the links lead to pages that lie beside the report."""
    reasons = "".join(f"<li>{prose(r.text)}{answers_of(r.ids)}</li>" for r in one.reasons)
    links = "" if anonymous else ", ".join(link(one.person, a) for a in one.assignments)
    feedback = f" (feedback: {links})" if links else ""
    return f"<li><strong>{escape(one.person.label)}</strong>{feedback}<ul>{reasons}</ul></li>"


def answers_of(ids: Sequence[str]) -> str:
    """Lead to the groups that a reason is about."""
    links = ", ".join(f'<a href="#{escape(id)}">{escape(id)}</a>' for id in ids[:MOST_LINKS])
    more = f" and {len(ids) - MOST_LINKS} more" if len(ids) > MOST_LINKS else ""
    return f" ({links}{more})" if ids else ""


def link(person: Person, assignment: str) -> str:
    place = f"feedback/{quote(person.id, errors='replace')}/{quote(assignment)}.html"
    return f'<a href="{escape(place)}">{escape(assignment)}</a>'


def alike_part(found: Sequence[Passage], anonymous: bool) -> str:
    """Ask about passages; anonymously without their lines, in which somebody may be named."""
    if not found:
        return NOT_ALIKE
    return ABOUT_ALIKE + "".join(passage(one, anonymous) for one in found)


def passage(one: Passage, anonymous: bool) -> str:
    people = listed([person.label for person in one.people])
    head = f"<h3><code>{name(one.exercise)}</code>: {people}</h3>"
    lines, words = count(len(one.lines), "line"), count(len(one.words), "word")
    said = f"<p>{lines} alike, with {words} that nobody else uses"
    if anonymous:
        return f"{head}{said}.</p>"
    odd = f"{said}: {listed(one.words, 12)}.</p>"
    return f"{head}{odd}{folded('The lines', code(chr(10).join(one.lines)))}"
