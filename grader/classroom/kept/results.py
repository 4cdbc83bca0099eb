"""What grading found, in `results/<student>/<assignment>.json`.

The report of a class reads it. Each file has its key, by which a later run can tell what has not
changed since; `restored` reads back what was found in it. The gradebook stays the record of points;
all of this can be made again, and it is where it was damaged or changed by hand.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grader.classroom.judged.grading import Graded
from grader.classroom.kept.facts import facts
from grader.classroom.kept.key import checks
from grader.classroom.kept.prints import is_nameless, is_stopped, nameless
from grader.classroom.kept.signs import function_in, signs
from grader.classroom.task import Outcome
from grader.classroom.whole_file import put
from grader.exercises import LESSONS
from grader.prints import as_list
from grader.study.ladder import ladder
from grader.verdict import OutputVerdict, Verdict

FORMAT = 5
FOLDER = "results"
SEAL = re.compile(rb', "digest": "([0-9a-f]{24})"\}\s*\Z')
"""How a file ends that `sealed` has written."""

LONGEST_SEAL = 80

Json = dict[str, Any]


def place(course: Path, student: str, assignment: str) -> Path:
    """Say where the results of a student's assignment are."""
    return course / FOLDER / student / f"{assignment}.json"


def keep(course: Path, outcome: Outcome, whole: bool = True) -> None:
    """Write the results of a student's assignment, whole or not at all.

    Parameters
    ----------
    course : Path
    outcome : Outcome
    whole : bool
        Whether a notebook that is not there was not handed in; otherwise it keeps what it has.
    """
    path, counted = place(course, *outcome.about), outcome.counted
    before = {} if whole else (read(path) or {})
    used = [id(one) for one in counted.values()]
    content = {
        "format": FORMAT,
        "student": outcome.student,
        "assignment": outcome.assignment,
        "lessons": [*outcome.lessons],
        "late": outcome.late,
        "whole": whole or before.get("whole", False),
        "run": facts(),
        "notebooks": {
            lesson: notebook(counted[lesson], lesson)
            if lesson in counted
            else before["notebooks"][lesson]
            for lesson in LESSONS
            if lesson in counted or lesson in before.get("notebooks", {})
        },
        "others": [other(one) for one in outcome.graded if id(one) not in used],
    }
    put(path, sealed(content))


def sealed(content: Json) -> bytes:
    """Write results, with a digest at their end by which it is seen if they are damaged.

    Whoever can write here can make a digest, too, and has no need to: the gradebook lies beside it.
    """
    text = json.dumps(content, ensure_ascii=False)  # with indent it would take ten times as long
    written = text.encode("utf-8", "replace")
    return b'%s, "digest": "%s"}\n' % (written[:-1], digest(written))


def digest(written: bytes) -> bytes:
    return hashlib.blake2b(written, digest_size=12).hexdigest().encode()


def notebook(one: Graded, lesson: str) -> Json:
    """Give what is kept of the file that counts for a notebook."""
    sources = [piece.source for piece in one.pieces]
    verdicts = one.verdicts_on(lesson)
    return {
        **other(one, [verdict.exercise for verdict in verdicts]),
        "exercises": {
            v.exercise: exercise(v, one, function_in(sources, v.exercise)) for v in verdicts
        },
        "signs": signs(sources),
    }


def other(one: Graded, elsewhere: Sequence[str] = ()) -> Json:
    """Give what is kept of any file.

    `judged` names all that it was judged on, in that order, and `beyond` has the verdicts on those
    that are not kept `elsewhere`.
    """
    return {
        "file": one.file.label,
        "name": one.file.name,
        "key": one.key,
        "checks": checks(),
        "round": one.round,
        "graded": one.date or f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "message": one.message,
        "failed": one.failed,
        "tries": one.tries,
        "judged": [verdict.exercise for verdict in one.verdicts],
        "beyond": {v.exercise: found(v, one) for v in one.verdicts if v.exercise not in elsewhere},
    }


def exercise(verdict: Verdict, one: Graded, source: str) -> Json:
    """Give a verdict with its code, and with what goes wrong first if that has no name."""
    return {**found(verdict, one), "source": source, "first": first(verdict)}


def found(verdict: Verdict, one: Graded) -> Json:
    """Give a verdict with all that is shown of it, and what tells it from others."""
    prints = one.prints.get(verdict.exercise, {})
    return {
        **verdict.to_json(),
        "outputs": {output.name: judged(output) for output in verdict.outputs},
        "mistakes": [dict(mistake) for mistake in verdict.mistakes],
        "notes": [*verdict.notes],
        "maps": [asdict(map_) for map_ in verdict.maps],
        "prints": {output: as_list(print_) for output, print_ in prints.items()},
    }


def judged(output: OutputVerdict) -> Json:
    """Give an output with the first thing that each kind of check has seen; no more is shown."""
    said: dict[str, str] = {}
    for finding in output.findings:
        said.setdefault(finding.check, finding.message)
    return {**output.to_json(), "shape": output.shape, "said": said}


def first(verdict: Verdict) -> Json | None:
    """Say what goes wrong first of all that has no name; nothing where all has one."""
    if not is_nameless(verdict):
        return None
    left, stopped = nameless(verdict), is_stopped(verdict)
    kept = tuple(o for o in verdict.outputs if o.status == "right" or o.name in left or stopped)
    hints = ladder(replace(verdict, mistakes=(), outputs=kept))
    title = "" if stopped else hints.title  # an error's would be in the student's words
    return {"title": title, "hints": list(hints.rungs), "reread": hints.reread}


def read(path: Path) -> Json | None:
    """Read results; nothing where there are none, or not such as this version has written there."""
    try:
        raw = path.read_bytes()
        seal = SEAL.search(raw, max(0, len(raw) - LONGEST_SEAL))
        written = raw[: seal.start()] + b"}" if seal else b""
        if not seal or digest(written) != seal[1]:
            return None
        content: Json = json.loads(written)
        is_here = (content["student"], content["assignment"]) == (path.parent.name, path.stem)
        return content if content["format"] == FORMAT and is_here else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def all_of(course: Path) -> Iterator[Json]:
    """Read all results of a course, by student and assignment."""
    for path in sorted((course / FOLDER).glob("*/*.json")):
        content = read(path)
        if content:
            yield content
