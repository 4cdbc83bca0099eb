"""What grading found, in `results/<student>/<assignment>.json`.

The report of a class reads it. Each notebook has the key of its file, by which a later run can tell
what has not changed since. The gradebook stays the record of points; all of this can be made again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grader.classroom.autograded import put
from grader.classroom.facts import facts
from grader.classroom.grading import Graded
from grader.classroom.kept import nameless
from grader.classroom.key import checks
from grader.classroom.signs import function_in, signs
from grader.exercises import LESSONS
from grader.prints import as_list
from grader.study.ladder import ladder
from grader.verdict import Verdict

FORMAT = 1
FOLDER = "results"

Json = dict[str, Any]


def place(course: Path, student: str, assignment: str) -> Path:
    """Say where the results of a student's assignment are."""
    return course / FOLDER / student / f"{assignment}.json"


def keep(
    course: Path,
    student: str,
    assignment: str,
    graded: Sequence[Graded],
    counted: Mapping[str, Graded],
    late: float = 0,
    whole: bool = True,
) -> None:
    """Write the results of a student's assignment, whole or not at all.

    Parameters
    ----------
    course : Path
    student, assignment : str
    graded : list of Graded
        Every file.
    counted : dict
        Name of a notebook -> the file that counts for it.
    late : float
        Seconds.
    whole : bool
        Whether a notebook that is not there was not handed in; otherwise it keeps what it has.
    """
    path = place(course, student, assignment)
    before = {} if whole else (read(path) or {})
    used = [id(one) for one in counted.values()]
    content = {
        "format": FORMAT,
        "student": student,
        "assignment": assignment,
        "late": late,
        "run": facts(),
        "notebooks": {
            lesson: notebook(counted[lesson], lesson)
            if lesson in counted
            else before["notebooks"][lesson]
            for lesson in LESSONS
            if lesson in counted or lesson in before.get("notebooks", {})
        },
        "others": [other(one) for one in graded if id(one) not in used],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    put(path, f"{text}\n".encode("utf-8", "replace"))


def notebook(one: Graded, lesson: str) -> Json:
    """Give what is kept of the file that counts for a notebook."""
    sources = [piece.source for piece in one.pieces]
    return {
        **other(one),
        "exercises": {
            v.exercise: exercise(v, one, function_in(sources, v.exercise))
            for v in one.verdicts_on(lesson)
        },
        "signs": signs(sources),
    }


def other(one: Graded) -> Json:
    """Give what is kept of any file."""
    return {
        "file": one.file.label,
        "key": one.key,
        "checks": checks(),
        "round": one.round,
        "graded": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "message": one.message,
        "failed": one.failed,
    }


def exercise(verdict: Verdict, one: Graded, source: str) -> Json:
    """Give a verdict with all of its hints, its code, and what tells it from others."""
    prints = one.prints.get(verdict.exercise, {})
    return {
        **verdict.to_json(),
        "mistakes": [dict(mistake) for mistake in verdict.mistakes],
        "source": source,
        "prints": {output: as_list(print_) for output, print_ in prints.items()},
        "first": first(verdict),
    }


def first(verdict: Verdict) -> Json | None:
    """Say what goes wrong first of all that has no name; nothing where all has one."""
    left = nameless(verdict)
    stopped = verdict.status in ("crashed", "timeout") and not verdict.mistakes
    if not left and not stopped:
        return None
    kept = tuple(o for o in verdict.outputs if o.status == "right" or o.name in left or stopped)
    found = ladder(replace(verdict, mistakes=(), outputs=kept))
    title = "" if stopped else found.title  # an error's would be in the student's words
    return {"title": title, "hints": list(found.rungs), "reread": found.reread}


def read(path: Path) -> Json | None:
    """Read results; nothing where there are none, or not such as this version writes."""
    try:
        content: Json = json.loads(path.read_text("utf-8"))
        return content if content["format"] == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def all_of(course: Path) -> Iterator[Json]:
    """Read all results of a course, by student and assignment."""
    for path in sorted((course / FOLDER).glob("*/*.json")):
        found = read(path)
        if found:
            yield found
