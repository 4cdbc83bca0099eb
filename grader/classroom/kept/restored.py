"""What an earlier run found, read back from its results: a file need not be judged again.

Whatever is shown of a file that was read back is the same, to the letter, as when it was graded.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import Graded
from grader.error_map import ErrorMap
from grader.fingerprint import Fingerprint
from grader.prints import from_list
from grader.sandbox.fork import verdict_on
from grader.submission import Piece
from grader.verdict import Finding, OutputVerdict, Verdict

Json = Mapping[str, Any]

ENOUGH = 2
"""Tries after which the machine is not to blame."""

KILLED = verdict_on(signal.SIGKILL)[1]
"""Said where the system has ended a process, as it does when memory runs short."""


def entries(kept: Json) -> Iterator[Json]:
    """Give what is kept of each file of a student's assignment, first those that count.

    A file that counts for several notebooks is there once for each, and each is complete.
    """
    yield from kept["notebooks"].values()
    yield from kept["others"]


def handed_in(kept: Json) -> list[tuple[str, str]]:
    """List the files that were handed in then, each with its key; two may be called the same."""
    counted = {(entry["file"], entry["key"]) for entry in kept["notebooks"].values()}
    return [*counted, *((entry["file"], entry["key"]) for entry in kept["others"])]


def find(kept: Json, file: File, key: str) -> Json | None:
    """Find what is kept of a file as it is now; nothing if it has changed, or is new."""
    same = (e for e in entries(kept) if (e["file"], e["key"]) == (file.label, key))
    return next(same, None)


def counted(kept: Json) -> dict[str, Graded]:
    """Read back the files that count for each notebook of a student's assignment, without code."""
    return {lesson: restore(e, file_of(kept, e)) for lesson, e in kept["notebooks"].items()}


def file_of(kept: Json, entry: Json) -> File:
    """Say which file an entry is about; what it held is not kept."""
    return File(kept["student"], kept["assignment"], entry["name"], entry["file"])


def restore(entry: Json, file: File, pieces: Sequence[Piece] = ()) -> Graded:
    """Read back what was found in a file.

    Parameters
    ----------
    entry : dict
        What is kept of it.
    file : File
    pieces : list of Piece
        The student's cells, which are not kept; needed for autograded notebooks and new results.
    """
    verdicts = {**entry["beyond"], **entry.get("exercises", {})}
    printed = {name: prints(verdicts[name]) for name in entry["judged"]}
    return Graded(
        file,
        tuple(verdict(name, verdicts[name]) for name in entry["judged"]),
        tuple(pieces),
        entry["message"],
        entry["round"],
        entry["failed"],
        {name: found for name, found in printed.items() if found},
        entry["key"],
        entry["graded"],
        entry["tries"],
    )


def may_stand(one: Graded) -> bool:
    """Say whether what was found would be found again, however busy the machine is.

    What ran too long may be quick today, and what was killed may have been none of the student's
    doing, so it is tried once more; what ran too long twice has a loop without an end, and costs
    its ten seconds no third time. A file whose cells were there and could not be judged may have
    run too long as well. And an error of the grader's own is no result.
    """
    unread = bool(one.message and one.pieces)
    is_chance = unread or any(v.status == "timeout" or KILLED in v.message for v in one.verdicts)
    return not one.failed and (one.tries >= ENOUGH or not is_chance)


def verdict(exercise: str, kept: Json) -> Verdict:
    return Verdict(
        exercise,
        kept["status"],
        kept["points"],
        kept["max_points"],
        kept["message"],
        tuple(output(name, one) for name, one in kept["outputs"].items()),
        tuple(kept["notes"]),
        tuple(kept["mistakes"]),
        tuple(error_map(one) for one in kept["maps"]),
    )


def prints(kept: Json) -> dict[str, Fingerprint]:
    return {output: from_list(written) for output, written in kept["prints"].items()}


def output(name: str, kept: Json) -> OutputVerdict:
    said = tuple(Finding(check, name, message) for check, message in kept["said"].items())
    return OutputVerdict(name, kept["shape"], kept["status"], kept.get("error"), said)


def error_map(kept: Json) -> ErrorMap:
    return ErrorMap(**{**kept, "shares": tuple(map(tuple, kept["shares"]))})
