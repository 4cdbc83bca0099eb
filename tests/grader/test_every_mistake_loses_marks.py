"""Does every known mistake lose marks, on exactly the outputs that it spoils?

Each is judged as a file that a learner hands in. A mistake that spoils no output changes an input
in place: all outputs stay right, and it costs a fifth.
"""

from collections.abc import Mapping
from itertools import combinations

import pytest
from answers import a_share

from grader.exercise import PUBLIC_SEED, Answer, make_plan
from grader.exercises import EXERCISES
from grader.judging import judge_exercise, setting_for
from grader.reference import Live
from grader.runners import in_process
from grader.runners.plain import same
from grader.submission import Code, from_file
from grader.verdict import IN_PLACE_COSTS
from solutions.mistakes import MISTAKES, Mistake, apply, of

LIVE = Live()

every_mistake = pytest.mark.parametrize("mistake", a_share(MISTAKES, every=2))


def handed_in(mistake: Mistake) -> Code:
    return from_file("mistake.py", "import numpy as np\n" + apply(mistake, LIVE.source(mistake.of)))


@every_mistake
def test_a_mistake_loses_marks_on_the_outputs_it_spoils(mistake):
    exercise = EXERCISES[mistake.of]
    verdict = judge_exercise(exercise, handed_in(mistake), LIVE, in_process.run)
    assert verdict.status in ("wrong", "crashed")
    assert verdict.points < verdict.max_points
    spoiled = {output.name for output in verdict.outputs if output.status != "right"}
    assert spoiled == set(mistake.spoils)
    if not mistake.spoils:
        assert mistake.family == "in place"
        assert "changed in place" in verdict.message
        assert verdict.points == pytest.approx(exercise.points * (1 - IN_PLACE_COSTS))


@pytest.mark.parametrize("name", EXERCISES)
def test_no_two_mistakes_give_the_same_answers(name):
    """Otherwise nobody could tell which of the two was made."""
    exercise = EXERCISES[name]
    plan = make_plan(exercise, LIVE, PUBLIC_SEED)
    answers: dict[str, Mapping[str, Answer]] = {}
    for mistake in of(name):
        code = handed_in(mistake)
        run = in_process.run(code, plan, setting_for(exercise, code, LIVE))
        answers[mistake.id] = run.answers
    assert not [
        (one, other)
        for one, other in combinations(answers, 2)
        if all(alike(answers[one][call], answers[other][call]) for call in plan.calls)
    ]


def alike(one: Answer, other: Answer) -> bool:
    """Say whether two calls ended alike: with the same values, or in the same failure."""
    if one.failure or other.failure:
        return one.failure == other.failure
    return one.changed == other.changed and same(one.value, other.value)
