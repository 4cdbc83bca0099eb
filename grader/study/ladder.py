"""From a verdict to hints, one after the other: a question, a place to look, the formula.

Where the verdict names a mistake, they are that mistake's. Where it does not, they go by the first
part of the computation that is wrong, or by the error that stopped the function.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from grader.crashes import meaning
from grader.diagnosis import is_unread
from grader.exercise import Exercise
from grader.exercises import EXERCISES
from grader.study.stages import first_wrong, stages_of
from grader.verdict import OutputVerdict, Verdict, details

LABELS = ("A question", "Where to look", "What belongs there")


@dataclass(frozen=True)
class Ladder:
    """Hints about one trouble, the first of which says least.

    Attributes
    ----------
    trouble : str
        Tells this trouble from another one of the same exercise; "" where nothing is wrong.
    title : str
        What is known of the trouble, a sentence.
    rungs : tuple of (str, str)
        A label and a hint each.
    reread : str
        Numbers and headings of the sections that explain it.
    """

    trouble: str
    title: str
    rungs: tuple[tuple[str, str], ...] = ()
    reread: str = ""


def ladder(verdict: Verdict) -> Ladder:
    """Make the hints for a verdict."""
    name, status = verdict.exercise, verdict.status
    if status == "correct":
        return Ladder("", f"`{name}` needs no hint.")
    if status in ("missing", "not_started"):
        return beginning(verdict)
    if status == "timeout":
        return endless(verdict)
    if status == "crashed":
        return crash(verdict)
    wrong = [output for output in verdict.outputs if output.status != "right"]
    if not wrong:
        return in_place(verdict)
    if verdict.mistakes:
        return named(verdict)
    return handed_back(verdict) or different(verdict, wrong)


def sections(name: str) -> str:
    """List the sections that an exercise rests on."""
    return "; ".join(dict.fromkeys(stage.reread for stage in stages_of(EXERCISES[name])))


def three(*hints: str) -> tuple[tuple[str, str], ...]:
    return tuple(zip(LABELS, hints, strict=True))


def beginning(verdict: Verdict) -> Ladder:
    name = verdict.exercise
    if verdict.status == "missing":
        say = f"{verdict.message} In a notebook, run the cell that defines it, then ask again."
        return Ladder("missing", say, (), sections(name))
    first = stages_of(EXERCISES[name])[0]
    how = (
        f"Read “{first.reread}”, and do “On paper first” with a pencil. Then write the first line. "
        f"{first.question} The folded hints below the exercise are made for this moment."
    )
    say = f"{name} is not started yet."
    return Ladder("not started", say, (("How to begin", how),), sections(name))


def endless(verdict: Verdict) -> Ladder:
    hints = three(
        "What ends each loop of your function, and does that ever happen?",
        "Look at each `while`, and at each loop within a loop: how many turns does it make?",
        "One turn for each step of the sequence is enough, and what NumPy does to a whole array "
        "needs no loop.",
    )
    return Ladder("timeout", "Your function ran too long.", hints, sections(verdict.exercise))


def crash(verdict: Verdict) -> Ladder:
    """Explain an error: what it says, the line, and how to look at it from near."""
    said, _, line = verdict.message.partition("\n")
    if verdict.mistakes:
        return named(verdict)
    known = meaning(said)
    place, _, code = line.strip().partition(": ")
    where = f" {place[:1].upper()}{place[1:]}: `{code}`." if code else ""
    near = (
        f'`inputs = failing_case("{verdict.exercise}")` gives the inputs of this call, to print '
        f'their shapes; `check("{verdict.exercise}", debug=True)` stops where your function did.'
    )
    if known.pattern.startswith("not valid"):
        near = "Take lines out until the cell runs, then put them back one by one."
    rungs = (
        ("What it says", known.says),
        ("Where to look", known.look),
        ("How to see more", near),
    )
    title = f"An error stopped it: {said.rstrip('.')}.{where}"
    return Ladder(f"crash {said}", title, rungs, sections(verdict.exercise))


def named(verdict: Verdict) -> Ladder:
    """Take the hints of the first mistake, which is the earliest in the computation."""
    first = verdict.mistakes[0]
    more = len(verdict.mistakes) - 1
    also = f" Your numbers show {more} more, later ones." if more > 1 else ""
    also = also or (" Your numbers show one more, a later one." if more else "")
    outputs = first["outputs"]
    names = [f"`{output}`" for output in (outputs if len(outputs) <= 5 else outputs[:3])]
    rest = [f"{len(outputs) - 3} more"] if len(outputs) > 5 else []
    where = f" ({', '.join([*names, *rest])})" if outputs else ""
    title = f"The mistake: {first['title']}{where}.{also}"
    reread = first["reread"] or sections(verdict.exercise)
    return Ladder(first["id"], title, three(first["hint"], *first["more"]), reread)


def read(names: Sequence[str], verdict: Verdict) -> list[str]:
    """Leave out the entries of a cache that could not be read."""
    unread = {output.name for output in verdict.outputs if is_unread(output)}
    return [name for name in names if name not in unread]


def in_place(verdict: Verdict) -> Ladder:
    """Explain a function whose results are right and whose inputs are not what they were."""
    changed = re.findall(r"the input (\w+) is changed", verdict.message)
    array = f"`{changed[0]}`" if changed else "an argument"
    hints = three(
        f"Which line writes into {array}, which belongs to whoever called your function?",
        f"Look for `+=` and `[…] =` on {array}, or on a second name for it, or on a slice of it.",
        "`b = a` is a second name, `b = a.copy()` a new array; `a = a + b` makes a new array, "
        "`a += b` writes into the old one.",
    )
    tools = EXERCISES[verdict.exercise].lesson == EXERCISES["one_hot"].lesson
    reread = "00 · From one number to an array" if tools else "01 · Windows and photographs"
    title = f"The results are right, but an input is changed: {array}."
    return Ladder("in place", title, hints, reread)


def handed_back(verdict: Verdict) -> Ladder | None:
    """Explain a return that cannot be taken apart; None where it can."""
    said, *others = {contract(output) for output in verdict.outputs}
    if others or "return" not in said:
        return None
    hints = three(
        "What does your function hand back in the end, and on every path?",
        f"The check saw: {said}{'' if said.endswith('?') else '.'} Look at the line with `return`.",
        returned(EXERCISES[verdict.exercise]),
    )
    return Ladder("return", "The results cannot be taken apart.", hints, sections(verdict.exercise))


def contract(output: OutputVerdict) -> str:
    return next((f.message for f in output.findings if f.check == "contract"), "")


def returned(exercise: Exercise) -> str:
    names = ", ".join(layout.name for layout in exercise.returns)
    if exercise.form == "one":
        return f"It returns one array, {names}."
    if exercise.form == "dict":
        return f"It returns a dictionary with the keys {names}."
    return f"It returns, in this order: {names}."


def different(verdict: Verdict, wrong: list[OutputVerdict]) -> Ladder:
    """Go by the earliest part of the computation that is wrong."""
    names = read([output.name for output in wrong], verdict)
    stage = first_wrong(stages_of(EXERCISES[verdict.exercise]), names)
    outputs = [output for output in wrong if output.name in stage.outputs]
    right = [output.name for output in verdict.outputs if output.status == "right"]
    saw = "; ".join(f"`{o.name}`: {', '.join(details(o))}" for o in outputs[:1])
    shapes = [f"`{o.name}` has shape {o.shape}." for o in outputs if o.shape.startswith("(")]
    title = (
        "None of the known mistakes gives these numbers. In the order of the work, "
        f"{listed(stage.outputs, 'goes', 'go')} wrong first"
        f"{'; ' + listed(right, 'is', 'are') + ' right' if right else ''}."
    )
    hints = three(
        stage.question,
        f"The check saw, in {saw}. {stage.look}",
        " ".join([stage.formula, *shapes[:1]]),
    )
    return Ladder(f"stage {' '.join(stage.outputs)}", title, hints, stage.reread)


def listed(names: Sequence[str], one: str, many: str) -> str:
    """List names and put the verb behind them: "`a` is", "`a` and `b` are", "`a`, … 8 more are"."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) == 1:
        return f"{quoted[0]} {one}"
    if len(quoted) > 5:
        quoted = [*quoted[:3], f"{len(quoted) - 3} more"]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]} {many}"
