"""What is said of a class after it was graded, or when that was stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote

from grader.classroom.handed_in.intake import printable
from grader.classroom.task import Move, Outcome, Task
from grader.classroom.terminal.table import NOBODY, complaints
from grader.show.terminal import count, number

FILE = "notebook and no Python file"
MOST_NAMES = 10
FAILED = (
    "Files without a grade because of an error in the grader, not in them: {}. Run the same "
    "command again; if they stay, please report the lines that say why."
)
UNWRITTEN = (
    "Pages of feedback that could not be written, although the grades were: {}. Run the same "
    "command again."
)


UNCHANGED = "{} not changed since graded; --force grades what has not changed, too."
FORMGRADER = "To look at it all: {}jupyter lab, then in its menu Nbgrader, Formgrader"
NO_MOVE = "No grade would move. Nothing was written."
MOVE = "Nothing was written. The grades of {} would move; without --dry-run they do."


class Seen:
    """What a summary needs to know of a class; the work itself is not kept."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.students: set[str] = set()
        self.printed = False
        self.unchanged = 0
        self.moved = 0
        self.assignments = 0
        self.files = 0
        self.failed = 0
        self.unusable: list[tuple[str, str]] = []
        self.unwritten: list[tuple[str, str]] = []
        self.notes: dict[str, list[str]] = {}

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        if outcome.unchanged:
            self.unchanged += 1
            return
        self.assignments += 1
        self.moved += bool(outcome.moves)
        self.students.add(outcome.student)
        self.files += len(outcome.graded)
        self.failed += sum(one.failed for one in outcome.graded)
        self.unusable += [(one.file.label, one.message) for one in outcome.graded if one.message]
        about = ", ".join(printable(part) for part in outcome.about if part) or NOBODY
        if outcome.unwritten:
            self.unwritten.append((about, outcome.unwritten))
        if outcome.note:
            self.notes.setdefault(outcome.note, []).append(about)


def summary(task: Task, seen: Seen, reported: Sequence[str]) -> list[str]:
    lines = ["", graded(seen)]
    if seen.unchanged:
        lines.append(UNCHANGED.format(count(seen.unchanged, "assignment")))
    if seen.unusable:
        lines += [f"{count(len(seen.unusable), 'file')} could not be used:"]
        lines += complaints(seen.unusable)
    lines += noted(seen)
    if seen.unwritten:
        lines += [f"{count(len(seen.unwritten), 'page')} of feedback could not be written:"]
        lines += complaints(seen.unwritten)
    if task.dry:
        lines += dry(seen)
    elif task.is_recorded:
        lines += [
            f"Points and comments: {task.course / 'gradebook.db'}",
            f"Autograded notebooks: {task.course / 'autograded'}",
            f"Pages of feedback: {task.course / 'feedback'}",
            *reported,
            *formgrader(task.course),
        ]
    elif task.is_course:
        lines += ["Nothing was written down: only some exercises were graded."]
    return lines


def noted(seen: Seen) -> Iterator[str]:
    """Write each note in full, for which a line of the table may have no room, and whose it is."""
    for note, whose in seen.notes.items():
        more = len(whose) - MOST_NAMES
        names = [*whose[:MOST_NAMES], *([f"{more} more"] if more > 0 else [])]
        yield f"{note[:1].upper()}{note[1:]}: {'; '.join(names)}"


def graded(seen: Seen) -> str:
    if not seen.files:
        return "Nothing new to grade."
    files, students = count(seen.files, "file"), count(len(seen.students), "student")
    seconds = max(1, round(time.monotonic() - seen.start))
    return f"{files} of {students} graded in {count(seconds, 'second')}."


def formgrader(course: Path) -> list[str]:
    """Say how to see a course in formgrader, which serves what lies in its folder alone."""
    here = os.path.relpath(course)
    if here.startswith(os.pardir):
        return []
    return [FORMGRADER.format("" if here == "course" else f"NBGRADER_COURSE={quote(here)} ")]


def dry(seen: Seen) -> list[str]:
    """Say what a run would have done."""
    return [MOVE.format(count(seen.moved, "assignment")) if seen.moved else NO_MOVE]


def move_lines(moved: Sequence[Move]) -> Iterator[str]:
    """Write a line for each move, to stand below the line of the assignment.

    What was never graded is one line: the line above says what it brings.
    """
    if moved and all(move.before is None and not move.by_hand for move in moved):
        yield "    not graded yet"
        return
    for move in moved:
        before = "not graded yet" if move.before is None else number(round(move.before, 2))
        kept = "; the points given by hand stay" if move.by_hand else ""
        yield f"    {move.exercise}: {before} → {number(round(move.after, 2))}{kept}"


def shortcomings(seen: Seen) -> Iterator[str]:
    """Say what the grader could not do."""
    if seen.failed:
        yield FAILED.format(seen.failed)
    if seen.unwritten:
        yield UNWRITTEN.format(len(seen.unwritten))


def stopped(task: Task, seen: Seen) -> str:
    """Say what stands when Ctrl-C has ended a run."""
    if not task.is_recorded or task.dry:
        return "Stopped. Nothing was written."
    done = count(seen.assignments, "assignment")
    return f"Stopped. {done} graded and written in this run. The same command does the rest."
