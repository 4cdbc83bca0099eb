"""Judge answers: each check is a pure function of plan, answers and reference answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from grader.checks import contract, places, properties, values
from grader.checks.reading import Reading
from grader.checks.right import Right
from grader.error_map import ErrorMap
from grader.exercise import Answer, Plan, Run
from grader.verdict import Finding, Verdict, score

CHECKS = (contract.check, values.check, properties.check)


def findings(plan: Plan, answers: Mapping[str, Answer], right: Right) -> list[Finding]:
    """Gather what all checks find."""
    readings = {name: read(plan, name, answers.get(name, Answer()), right) for name in plan.calls}
    return [finding for check in CHECKS for finding in check(plan, readings, right.arrays)]


def read(plan: Plan, call: str, answer: Answer, right: Right) -> Reading:
    if answer.failure:
        return Reading(answer)
    arrays, problems = contract.read(plan.exercise, answer)
    return Reading(answer, arrays, problems, right.agrees(call, arrays))


def judge(plan: Plan, run: Run, reference: Mapping[str, Answer]) -> Verdict:
    """Check the answers of a run and score them; a run that is everybody's, once.

    How a sequence function does with the learner's own helper is noted and costs nothing.
    """
    right = Right.of(plan, reference)
    if not run.common:
        return judged(plan, run, right)
    if right.common is None or right.common[0] is not run:
        right.common = run, judged(plan, run, right)
    return right.common[1]


@np.errstate(all="ignore")  # what overflows here are a learner's numbers, not the course's
def judged(plan: Plan, run: Run, right: Right) -> Verdict:
    found = findings(plan, run.answers, right)
    outputs, points = score(plan.exercise, found)
    message, failed = failure(plan, run.answers)
    changed = dict.fromkeys(f.message for f in found if f.check == "in place")
    if failed:
        status = failed
    elif changed or any(output.status != "right" for output in outputs):
        status = "wrong"
        message = next(iter(changed), "")
    else:
        status = "correct"
    notes = [*run.notes, *dict.fromkeys(f.message for f in found if f.check == "note")]
    if run.chained and not any(answer.failure for answer in run.answers.values()):
        notes += chained_note(plan, run, right, {o.name for o in outputs if o.status != "right"})
    if failed and run.chained and not any(answer.failure for answer in run.chained.values()):
        notes.append(
            f"With your own {plan.exercise.helper} it runs. Here a right one stands in for yours; "
            "it takes its arguments as the notes name and order them."
        )
    wrong = [output.name for output in outputs if output.status == "wrong"]
    warning = next((a.warning for a in run.answers.values() if a.warning), "")
    if warning:
        notes.append(f"NumPy warned: {warning}")
    return Verdict(
        plan.exercise.name,
        status,
        points,
        plan.exercise.points,
        message,
        tuple(outputs),
        tuple(notes),
        maps=error_maps(plan, run, right, wrong) if status == "wrong" else (),
    )


def error_maps(plan: Plan, run: Run, right: Right, wrong: Sequence[str]) -> tuple[ErrorMap, ...]:
    seen = {name: contract.read(plan.exercise, answer)[0] for name, answer in run.answers.items()}
    return tuple(places.maps(plan, seen, right.arrays, wrong))


def failure(plan: Plan, answers: Mapping[str, Answer]) -> tuple[str, str]:
    """Give (message, status) of the first call that failed, or two empty strings."""
    for name, call in plan.calls.items():
        failed = answers.get(name, Answer()).failure
        if failed:
            line = (
                f"    {failed.place}, line {failed.line_number}: {failed.line}"
                if failed.line
                else ""
            )
            shows = f" {call.shows}" if call.shows and name != "plain" else ""
            return f"{failed.message}{shows}{chr(10) if line else ''}{line}", failed.kind
    return "", ""


def chained_note(plan: Plan, run: Run, right: Right, already_wrong: set[str]) -> list[str]:
    helper = plan.exercise.helper
    outputs, _ = score(plan.exercise, findings(plan, run.chained, right))
    wrong = [o.name for o in outputs if o.status != "right" and o.name not in already_wrong]
    if not wrong:
        return []
    return [
        f"With your own {helper} instead of the reference's, {', '.join(wrong)} would be wrong: "
        f"look at {helper}. This costs nothing here."
    ]
