"""For whoever studies alone: hints one at a time, the solution after an attempt, how far one is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from grader import reference, stub
from grader.course import CourseError
from grader.exercises import EXERCISES
from grader.notebook import Asked, check, name_of
from grader.reference import NoReference
from grader.show.hint_card import Hint
from grader.show.progress_card import Progress
from grader.show.solution_card import Solution
from grader.study.ladder import Ladder, ladder
from grader.study.session import SESSION
from grader.study.standing import Standing, standing
from grader.verdict import Verdict

FIRST = (
    "First write {name} yourself and run its check in this session: `reveal` shows a solution only "
    "after an attempt."
)
NOT_HERE = (
    "The solutions are not in this copy of the course; its repository has them. Until then: "
    '`hint("{name}")` gives the next hint, and near the end of the notebook stand the likeliest '
    "mistakes."
)


def hint(function: Asked = "") -> Hint:
    """Give one hint more about what is wrong with a function of this notebook.

    The first is a question, the second says where to look, the third what belongs there. A new
    mistake begins with a question again.

    Parameters
    ----------
    function : str or callable
        The name of an exercise, or the function itself.
    """
    verdict = check(function).verdict
    if verdict.exercise not in EXERCISES:
        verdict = replace(verdict, message=which(verdict.exercise))
        return Hint(verdict, Ladder("", verdict.message))
    if not verdict.outputs:  # nothing could be judged, and the message says why
        return Hint(verdict, Ladder("", verdict.message))
    return climb(verdict, ladder(verdict))


def which(name: str, door: str = "hint") -> str:
    """Answer a name that no exercise has."""
    names = ", ".join(EXERCISES)
    asked = f"There is no exercise called {name}." if name else "For which exercise?"
    return f'{asked} Ask `{door}("rnn_cell_forward")`, for example. The exercises are: {names}.'


def climb(verdict: Verdict, found: Ladder) -> Hint:
    """Choose the hint that comes next for this learner, and say what to do after it."""
    name = verdict.exercise
    if verdict.status == "correct":
        lead = "Repaired: what the last hint was about is gone." if SESSION.repaired(name) else ""
        return Hint(verdict, found, 0, lead)
    before = SESSION.last(name)
    level = SESSION.climb(name, found.trouble)
    gone = "What the last hint was about is gone. This is something else."
    lead = gone if before not in ("", "not started", "missing", found.trouble) else ""
    return Hint(verdict, found, level, lead, after(name, found, level))


def after(name: str, found: Ladder, level: int) -> str:
    """Say what comes next: the next hint, or that there is none."""
    count = len(found.rungs)
    if count <= 1:
        return ""
    if level < count:
        return f'Still there after a change? Run `hint("{name}")` again for the next hint.'
    if level == count:
        return "This was the last hint. Change your function, then run its check."
    return (
        "There are no more hints. Read again what the last line names, with your code beside it; "
        f'`reveal("{name}")` shows the solution.'
    )


def shown(verdict: Verdict, level: int) -> Hint:
    """Give the first hints about a function in a file, as many as were asked for."""
    found = ladder(verdict)
    more = level < len(found.rungs)
    return Hint(verdict, found, level, after=f"More: --level {level + 1}" if more else "")


def reveal(function: Asked = "") -> Solution:
    """Show the solution of an exercise that has been tried.

    Parameters
    ----------
    function : str or callable
        The name of an exercise, or the function itself.
    """
    name = name_of(function)
    if name not in EXERCISES:
        return Solution(name, say=which(name, "reveal"))
    source = solution(name)
    if not source:
        return Solution(name, say=NOT_HERE.format(name=name))
    if name not in SESSION.attempted:
        return Solution(name, say=FIRST.format(name=name))
    return Solution(name, source, "Close it, and write it once more from memory.")


def solution(name: str) -> str:
    """Give the source of a solution without the marks of its region; "" where there is none."""
    try:
        source = reference.find().source(name)
    except NoReference:
        return ""
    lines = source.rstrip().split("\n")
    marks = (stub.BEGIN, stub.END)
    kept = [line for line in lines if line.strip() not in marks]
    return "\n".join(kept) if len(kept) == len(lines) - len(marks) else ""


def progress(folder: str | Path = "") -> Progress:
    """Show how far you are in all notebooks of the course, as they are saved.

    Parameters
    ----------
    folder : str or Path
        Where to look for the notebooks; without it, where this notebook is and beside it.
    """
    try:
        return Progress(standing(Path(folder)))
    except (CourseError, NoReference) as error:
        return Progress(Standing(trouble=str(error)))
