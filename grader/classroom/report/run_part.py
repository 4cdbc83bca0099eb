"""The part about the run: rounds, sandbox, limits, versions, and what the numbers do not say."""

from __future__ import annotations

from html import escape

from grader.classroom.report.collecting import Class, Json
from grader.classroom.report.words import described
from grader.show.terminal import count

MIXED = (
    "<p>These results are of several {}. To have all students judged alike, run "
    "<code>grader grade</code> once for the whole course.</p>"
)
BY_HAND = (
    "<p>Points are those that grading found. Points by hand, late penalties and your comments are "
    "in the gradebook and on the students’ pages.</p>"
)


def run_part(about: Class) -> str:
    said = [
        ("Graded", " to ".join(dict.fromkeys(about.dates[:1] + about.dates[-1:]))),
        ("Round", ", ".join(about.rounds)),
    ]
    said = [(term, escape(words)) for term, words in said]
    for run in about.runs:
        said += facts(run)
    said.append(("Checks", escape(", ".join(about.checks))))
    mixed = [
        MIXED.format(what)
        for what, found in (("versions of the checks", about.checks), ("settings", about.runs))
        if len(found) > 1
    ]
    return BY_HAND + "".join(mixed) + described(said, "facts")


def facts(run: Json) -> list[tuple[str, str]]:
    """Say how code was run, and within which limits."""
    limits = (
        f"{run['seconds']:g} seconds an exercise, {run['budget']:g} a file; "
        f"{run['megabytes']} MB of memory; {count(run['files'], 'file')} an assignment"
    )
    versions = (
        f"{run['system']}, Python {run['python']}, NumPy {run['numpy']}, nbgrader {run['nbgrader']}"
    )
    return [
        ("Sandbox", f"{escape(str(run['sandbox']))}; its walls were tried before the first answer"),
        ("Limits", escape(limits)),
        ("Versions", escape(versions)),
    ]
