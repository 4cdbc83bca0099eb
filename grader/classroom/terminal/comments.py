"""`grader comment`: what an instructor types, and what is printed."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.classroom import typed
from grader.classroom.gradebook.book import Book, NoAssignment
from grader.classroom.gradebook.database import configuration
from grader.classroom.handed_in.intake import printable
from grader.classroom.remarks.commenting import (
    Group,
    Refused,
    Spread,
    checked,
    choose,
    groups,
    say,
    spread,
)
from grader.classroom.report import writing
from grader.classroom.terminal.any_sign import show_any_sign
from grader.classroom.terminal.ending import DONE, SOME_FAILED, nothing_done
from grader.show.terminal import count

WIDTH, WHAT = 100, 38
FROM_A_FILE = "-"
NOBODY_NOW = "nobody now"


def comment(arguments: argparse.Namespace) -> int:
    """List clusters, show one, or say something to all in it.

    Returns
    -------
    code : int
        0, or 1 if some student's comment or page could not be written, or 2 if nothing was done.
    """
    show_any_sign()
    course: Path = arguments.course
    try:
        listed = groups(course)
        if not arguments.cluster:
            print("\n".join(table(listed, course)))
            return DONE
        group = choose(listed, arguments.cluster)
        if arguments.words is None:
            print("\n".join(shown(group, course)))
            return DONE
        words = from_a_file() if arguments.words == FROM_A_FILE else arguments.words
        return put(course, group, checked(words))
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        raise
    except (Refused, NoAssignment, OSError) as error:
        return nothing_done(error)


def from_a_file() -> str:
    """Read words; what is no text in them is left for `checked` to refuse."""
    return sys.stdin.buffer.read().decode("utf-8-sig", "surrogateescape")


def put(course: Path, group: Group, words: str) -> int:
    """Keep words, bring them to everybody, and print what became of them."""
    if not words and not group.words:
        print(f"{group.id}: there is no comment to take back.")
        return DONE
    with Book(course, configuration(Path(), course)) as book:
        say(course, group, words)
        done = spread(course, group.slip, book)
    if writing.place(course).is_file():
        writing.write(course)
    print("\n".join(outcome(group, words, done, course)))
    for who, why in done.failed:
        print(f"{printable(who)}: not written: {why}. Run the same command again.", file=sys.stderr)
    return SOME_FAILED if done.failed else DONE


def table(listed: Sequence[Group], course: Path) -> Iterator[str]:
    """List all clusters: how many answers, what is wrong with them, what was said."""
    if not listed:
        yield "Every wrong answer has a name for its mistake; there is no group to comment on."
        return
    longest = max(len(group.id) for group in listed)
    said = sum(bool(group.words) for group in listed)
    room = WHAT if said else WIDTH - longest - 11
    yield line(longest, room, "group", "answers", "not right, or stopped by", "your comment")
    for group in listed:
        yield line(longest, room, group.id, str(len(group.people)), what(group), group.words)
    yield ""
    yield f"{count(len(listed), 'group')}, {said} with your comment."
    yield f"To see one: {typed.comment(course, listed[0].id, None)}"


def line(longest: int, room: int, id: str, number: str, what: str, words: str) -> str:
    start = f"{id.ljust(longest)}  {number.rjust(7)}  {cut(what, room).ljust(room)}"
    left = WIDTH - len(start) - 2
    return (f"{start}  {cut(words, left)}" if left > 0 else start).rstrip()


def cut(text: str, most: int) -> str:
    text = printable(" ".join(text.split()))
    return text if len(text) <= most else f"{text[: most - 1]}…"


def what(group: Group) -> str:
    if group.slip.error:
        return group.slip.error
    if group.cluster is None:
        return f"{', '.join(group.slip.prints)} (round {group.slip.round})"
    return ", ".join(group.cluster.outputs(False))


def shown(group: Group, course: Path) -> Iterator[str]:
    """Show a cluster: who is in it, what is wrong, what was said, and its shortest answer."""
    people = [printable(who) for who in group.people]
    yield f"{group.id}: {count(len(people), 'answer') if people else NOBODY_NOW}"
    title = group.cluster.first["title"] if group.cluster else ""
    yield from wrapped(printable(title.replace("`", "")))
    yield from wrapped(
        f"{'Stopped by' if group.slip.error else 'Not right'}: {cut(what(group), 300)}"
    )
    if people:
        yield from wrapped(f"Given by: {', '.join(people)}")
    yield ""
    if group.words:
        yield "Your comment:"
        yield ""
        yield from code(group.words)
        yield ""
        yield f"To take it back: {typed.comment(course, group.id, '')}"
    else:
        yield f"There is no comment on it yet: {typed.comment(course, group.id)}"
    if group.cluster and group.cluster.example.source:
        yield ""
        yield f"The shortest answer, by {printable(group.cluster.example.person.id)}:"
        yield ""
        yield from code(group.cluster.example.source)


def wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    ")


def code(text: str) -> Iterator[str]:
    """Give lines as they are, but for signs that a terminal would obey."""
    for line in text.expandtabs(4).splitlines():
        yield f"    {printable(line)}".rstrip()


def outcome(group: Group, words: str, done: Spread, course: Path) -> Iterator[str]:
    """Say whom the words have reached, and whom not."""
    people = count(len(done.reached), "student")
    if not done.reached:
        said = "is kept for whoever makes this mistake next" if words else "is taken back"
        yield f"{group.id}: your comment {said}."
    elif words:
        yield f"{group.id}: your comment is in the gradebook and the feedback of {people}."
    else:
        yield f"{group.id}: your comment is taken back from {people}."
    if done.by_hand:
        who = ", ".join(map(printable, done.by_hand))
        have = "has" if len(done.by_hand) == 1 else "have"
        yield (
            f"{len(done.by_hand)} of them {have} a comment by hand, which is shown instead: {who}"
        )
    if done.passed:
        who = ", ".join(map(printable, done.passed))
        again = typed.command(course, "grade", "--student", "ID")
        yield (
            f"Not changed, because the gradebook has another score since, or none: {who}. "
            f"To bring it to them, grade them again: {again}"
        )
    for assignment in done.assignments:
        yield f"For nbgrader's own pages: {typed.command(course, 'feedback', assignment)}"
    if writing.place(course).is_file():
        yield f"Report of the class: {writing.place(course)}"
