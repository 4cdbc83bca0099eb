"""The parts about mistakes: those with a name, and groups of answers without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from grader.classroom import typed
from grader.classroom.remarks import remarks
from grader.classroom.remarks.remarks import Remark
from grader.classroom.report.clusters import Cluster, by_cause
from grader.classroom.report.collecting import Class
from grader.classroom.report.example import example
from grader.classroom.report.mistakes import Made
from grader.classroom.report.names import Names
from grader.classroom.report.words import (
    code,
    command,
    described,
    folded,
    listed,
    name,
    quoted,
)
from grader.show.card import prose
from grader.show.terminal import count
from grader.study.ladder import LABELS

AT_LEAST, IN_FULL = 5, 12
RARE_ERROR = 2
MOST_PEOPLE = 30
NO_MISTAKE = "<p>No answer has a mistake that is known by name.</p>"
NO_CLUSTER = "<p>Every wrong answer has a name for its mistake.</p>"
ABOUT_EXAMPLES = """
<p class="soft">The examples are students’ own, without comments, texts, and the names and ids of
the roster. Read them before you show them: other names are not known here.</p>
""".replace("\n", " ")
ABOUT_CLUSTERS = """
<p class="soft">Answers that are written differently and give the same wrong numbers stand
together, so one comment is enough for them. So do those that stop with the same error; where it
stops several functions of the same students, one card has them all. An id holds for one round of
cases.</p>
""".replace("\n", " ")
HOW_TO_COMMENT = """
<p class="soft">To say something to all of a group, now and whenever they are graded, type the line
under it with your words in place of … (Markdown).</p>
""".replace("\n", " ")


def mistakes_part(made: Sequence[Made], names: Names) -> str:
    """Show the most frequent mistakes, and fold the others."""
    if not made:
        return NO_MISTAKE
    cards = [mistake(one, names) for one in made]
    common = sum(len(one.people) > 1 for one in made)
    most = min(common or AT_LEAST, IN_FULL)
    rest = "".join(cards[most:])
    more = folded(count(len(made) - most, "rarer mistake"), rest, "more") if rest else ""
    return f"{ABOUT_EXAMPLES}{''.join(cards[:most])}{more}"


def mistake(made: Made, names: Names) -> str:
    """Show one mistake: how many make it, what to ask in the lecture, and what it looks like."""
    told = str if made.outputs else names.out_of  # what is said of an error quotes the student
    shows = [f"{output} ({number})" for output, number in made.outputs]
    people = [person.label for person in made.people]
    said = [
        ("Shows in", listed(shows, 8)),
        *((label, prose(told(hint))) for label, hint in zip(LABELS, made.hints, strict=False)),
        ("Read again", escape(made.reread)),
        ("Made by", listed(people, MOST_PEOPLE)),
    ]
    label, number = f"{made.exercise}: {made.id}", f"{len(made.people)} of {made.of}"
    body = described(said) + shown(made.example, names)
    return card(label, name(made.exercise), prose(told(made.title)), number, body)


def clusters_part(groups: Sequence[Cluster], names: Names, about: Class) -> str:
    """Show groups of several answers, those with numbers first, and fold those that stand alone.

    Parameters
    ----------
    groups : list of Cluster
    names : Names
        Taken out of what students have written.
    about : Class
        Has what the instructor has said. An anonymous page is for others: it asks for nothing.
    """
    if not groups:
        return NO_CLUSTER
    numbers, errors = ([g for g in groups if bool(g.error) == stops] for stops in (False, True))
    how = "" if about.anonymous else HOW_TO_COMMENT
    return (
        ABOUT_CLUSTERS
        + how
        + "".join(
            f"<h3>{title}</h3>{several(found, most, names, about)}"
            for title, found, most in (
                ("Wrong numbers", numbers, 1),
                ("Stopped", errors, RARE_ERROR),
            )
            if found
        )
    )


def several(groups: Sequence[Cluster], most: int, names: Names, about: Class) -> str:
    """Show groups; those with no more answers than that are folded."""
    cards = [(len(same[0].answers), cluster(same, names, about)) for same in by_cause(groups)]
    common = "".join(card for answers, card in cards if answers > most)
    rare = [card for answers, card in cards if answers <= most]
    title = f"{count(len(rare), 'kind')} with {count(most, 'answer')}" + (" at most" * (most > 1))
    return common + (folded(title, "".join(rare), "more") if rare else "")


def cluster(same: Sequence[Cluster], names: Names, about: Class) -> str:
    """Show one group: what is wrong and right in it, what goes wrong first, one of its answers.

    It is the first of those with one cause; the others are the same people's, stopped there, too.
    """
    group, *others = same
    first, ids = group.first, [escape(one.id) for one in others]
    title = f"`{names.out_of(group.error)}`" if group.error else names.out_of(first["title"])
    also = dict.fromkeys(m["title"] for answer in group.answers for m in answer.mistakes)
    said = [
        ("Not right", listed(group.outputs(False)) if not group.error else ""),
        ("Right", listed(group.outputs(True)) if not group.error else ""),
        ("Said of it", prose(names.out_of("; ".join(also)))),
        *((label, prose(names.out_of(hint))) for label, hint in first["hints"]),
        ("Read again", escape(first["reread"])),
        ("Given by", listed([answer.person.label for answer in group.answers], MOST_PEOPLE)),
        ("Stops, too", ", ".join(f'<span id="{id}">{id}</span>' for id in ids)),
        *comment(group, names, about),
        *(line for one in others if said_of(one, about) for line in comment(one, names, about)),
    ]
    number = count(len(group.answers), "student" if others else "answer")
    body = described(said) + shown(group.example.source, names)
    return card(group.id, escape(group.id), prose(title), number, body, group.id)


def comment(group: Cluster, names: Names, about: Class) -> Iterator[tuple[str, str]]:
    """Show what the instructor has said, or what to type to say something."""
    remark = said_of(group, about)
    if remark:
        words = names.out_of(remark.words) if about.anonymous else remark.words
        yield "Your comment" if not about.anonymous else "Comment", quoted(words)
    elif not about.anonymous:
        yield "To comment", command(typed.comment(about.course, group.id))


def said_of(group: Cluster, about: Class) -> Remark | None:
    return remarks.about(about.remarks, group.slip)


def card(label: str, head: str, title: str, number: str, body: str, id: str = "") -> str:
    """Draw a card like that of a check; all but `label` and `id` is HTML already."""
    place = f' id="{escape(id)}"' if id else ""
    return (
        f'<section class="rnn-card bad"{place} aria-label="{escape(label)}"><header>'
        f'<code>{head}</code> <span class="state">{title}</span> '
        f'<span class="points"><strong>{number}</strong></span></header>{body}</section>'
    )


def shown(source: str, names: Names) -> str:
    lines = example(source, names) if source else ""
    return folded("An example", code(lines)) if lines else ""
