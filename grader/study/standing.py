"""Where a learner stands: all notebooks of the course, judged from their saved files."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from pathlib import Path

from grader import reference
from grader.exercise import Exercise
from grader.exercises import LESSONS, of_lesson
from grader.judging import Runner, judge_code
from grader.reference import Reference
from grader.runners.child import Child
from grader.submission import Unusable, read
from grader.verdict import Verdict

PARTS = ("1_rnn", "2_lstm")
SECONDS_EACH, SECONDS_ALL = 3.0, 15.0
"""The most that one function and that all of them may take, so that no notebook waits for long."""

STATES = {
    "correct": "done",
    "not_started": "not started",
    "missing": "not started",
    "timeout": "ran too long",
}
TITLE = re.compile(r"^# (\d\d · [^:\n]+)", re.M)
HEADING = re.compile(r"^### Exercise · `(\w+)` .*about (\d+) minutes", re.M)


@dataclass(frozen=True)
class Row:
    """One exercise.

    `state` is "done", "not yet right", "not started", "ran too long" or "not judged".
    """

    name: str
    state: str
    points: float
    max_points: float
    minutes: int | None = None


@dataclass(frozen=True)
class Part:
    """One notebook; without rows where it could not be read, for the reason given."""

    lesson: str
    title: str
    max_points: float
    rows: tuple[Row, ...] = ()
    reason: str = ""

    @property
    def points(self) -> float:
        return round(sum(row.points for row in self.rows), 2)

    @property
    def done(self) -> bool:
        return bool(self.rows) and all(row.state == "done" for row in self.rows)


@dataclass(frozen=True)
class Standing:
    """All notebooks, what is left, and how many minutes the lessons reckon for it.

    `trouble` says why nothing could be judged, if that is so.
    """

    parts: tuple[Part, ...] = ()
    trouble: str = ""

    @property
    def points(self) -> float:
        return round(sum(part.points for part in self.parts), 2)

    @property
    def max_points(self) -> float:
        return sum(part.max_points for part in self.parts)

    @property
    def left(self) -> list[tuple[Part, Row]]:
        return [(part, row) for part in self.parts for row in part.rows if row.state != "done"]

    @property
    def gaps(self) -> bool:
        return any(part.reason for part in self.parts)

    @property
    def minutes(self) -> int:
        return sum(row.minutes or 0 for _, row in self.left)

    @property
    def done(self) -> bool:
        return bool(self.parts) and all(part.done for part in self.parts)


def standing(folder: Path) -> Standing:
    """Judge all notebooks that are found from a folder.

    Parameters
    ----------
    folder : Path
        One of the two folders of notebooks, the one that holds both, or the repository.
    """
    right = reference.find()
    end = time.monotonic() + SECONDS_ALL
    with Child(SECONDS_EACH) as runner:
        parts = [judged(lesson, folder, right, runner, end) for lesson in LESSONS]
    nothing = f"None of the course's notebooks can be read in {folder.absolute()} or beside it."
    return Standing(tuple(parts), "" if any(part.rows for part in parts) else nothing)


def find(lesson: str, folder: Path) -> Path | None:
    """Find a notebook in a folder, in one of its parts, in the part beside it, or below work/."""
    above = (folder, folder / "..", folder / "work")
    homes = (folder, *(place / part for place in above for part in PARTS))
    found = (home / f"{lesson}.ipynb" for home in homes)
    return next((path for path in found if path.is_file()), None)


def judged(lesson: str, folder: Path, right: Reference, runner: Runner, end: float) -> Part:
    """Judge one notebook, as long as there is time."""
    possible = sum(exercise.points for exercise in of_lesson(lesson))
    plain = spelt(lesson)
    try:
        notebook = find(lesson, folder)
        if notebook is None:
            return Part(lesson, plain, possible, reason=f"{lesson}.ipynb is not in your folders.")
        code = read(notebook)
        title, minutes = headings(notebook)
    except Unusable as error:
        return Part(lesson, plain, possible, reason=str(error))
    except OSError as error:
        reason = f"{lesson}.ipynb cannot be opened: {error.strerror}."
        return Part(lesson, plain, possible, reason=reason)
    exercises = of_lesson(lesson)
    verdicts = judge_code(code, right, runner, [exercise.name for exercise in exercises])
    rows = [
        row(exercise, next(verdicts) if time.monotonic() < end else None, minutes)
        for exercise in exercises
    ]
    return Part(lesson, title or plain, possible, tuple(rows))


def spelt(lesson: str) -> str:
    """Make a title of a notebook's name, such as "03 · LSTM forward"."""
    number, first, *words = lesson.split("_")
    first = first.upper() if first in ("rnn", "lstm") else first.capitalize()
    return f"{number} · {' '.join([first, *words])}"


def row(exercise: Exercise, verdict: Verdict | None, minutes: dict[str, int]) -> Row:
    """Sum up one exercise; no verdict means that time was up before it."""
    about = minutes.get(exercise.name)
    if verdict is None:
        return Row(exercise.name, "not judged", 0.0, exercise.points, about)
    state = STATES.get(verdict.status, "not yet right")
    return Row(exercise.name, state, verdict.points, exercise.points, about)


def headings(notebook: Path) -> tuple[str, dict[str, int]]:
    """Read a notebook's title, and the minutes that its headings give for each exercise."""
    cells = json.loads(notebook.read_bytes())["cells"]
    sources = (cell.get("source") for cell in cells if cell.get("cell_type") == "markdown")
    text = "\n\n".join("".join(map(str, s)) for s in sources if isinstance(s, str | list))
    title = TITLE.search(text)
    minutes = {name: int(count) for name, count in HEADING.findall(text)}
    return title[1].strip() if title else "", minutes
