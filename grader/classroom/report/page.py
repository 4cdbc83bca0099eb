"""The report of a class as one HTML page that needs nothing else: no network, no script.

Whatever a student has written goes through `escape`, here and in the parts.
"""

from __future__ import annotations

from html import escape

from grader.classroom.report.alike import passages
from grader.classroom.report.clusters import by_cause, clusters
from grader.classroom.report.collecting import Class
from grader.classroom.report.exercises_part import exercises_part
from grader.classroom.report.looks import looks
from grader.classroom.report.mistakes import ranked
from grader.classroom.report.mistakes_part import clusters_part, mistakes_part
from grader.classroom.report.names import Names
from grader.classroom.report.people_part import alike_part, looks_part, matrix_part
from grader.classroom.report.run_part import run_part
from grader.classroom.report.statistics import measured
from grader.classroom.report.style import CSS
from grader.classroom.report.words import section
from grader.classroom.shown.feedback_page import POLICY
from grader.show.terminal import count

EMPTY = "Nobody’s work has been graded yet."


def html(about: Class) -> str:
    """Write the page."""
    title = "Report of the class"
    return "".join(
        [
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<title>{title}</title><style>{CSS}</style></head>",
            f'<body><main class="report"><h1>{title}</h1>',
            *(parts(about) if about.answers else [f"<p>{EMPTY}</p>"]),
            "</main></body></html>\n",
        ]
    )


def parts(about: Class) -> list[str]:
    """Write what there is to say of a class that has handed in something."""
    names = Names(about.people)
    made, groups, alike = ranked(about), clusters(about), passages(about)
    nameless = by_cause(groups)
    to_look_at = looks(about, groups, names)
    contents = [
        ("mistakes", "Which mistakes this class makes", mistakes_part(made, names)),
        ("nameless", "Wrong answers without a name", clusters_part(groups, names, about)),
        ("exercises", "Exercises", exercises_part(measured(about))),
        ("people", "Who is stuck where", matrix_part(about)),
        ("looks", "Who needs a look", looks_part(to_look_at, about.anonymous)),
        ("alike", "The same code twice?", alike_part(alike, about.anonymous)),
        ("run", "How this was graded", run_part(about)),
    ]
    links = "".join(f'<li><a href="#{id}">{escape(name)}</a></li>' for id, name, _ in contents)
    right = sum(answer.status == "correct" for answer in about.answers)
    kinds = [
        f"{count(len(about.people), 'student')}, {count(len(about.answers), 'answer')}, "
        f"{right} of them all right.",
        f"{count(len(made), 'mistake')} with a name, {count(len(nameless), 'kind')} of wrong "
        f"answers without one; {count(len(to_look_at), 'student')} to look at.",
    ]
    return [
        "".join(f'<p class="soft">{line}</p>' for line in kinds),
        f'<nav aria-label="Contents"><ul>{links}</ul></nav>',
        *(section(id, name, content) for id, name, content in contents),
    ]
