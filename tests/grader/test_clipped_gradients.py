"""A gradient that is clipped is no slope of the loss: on no cases does any of it get marks.

Whether a number is beyond a bound depends on the cases, so one of them has to be beyond all bounds
that people choose.
"""

import pytest
from answers import SOLUTIONS

from grader.checks import judge
from grader.exercises import EXERCISES, LESSON_OF
from grader.judging import setting_for
from grader.reference import Live
from grader.runners import in_process
from grader.submission import Piece, from_pieces

CLIPPED = """
def {name}(*args):
    return {{key: np.clip(value, -{bound}, {bound}) for key, value in right(*args).items()}}
"""
BACKWARD = [name for name in EXERCISES if name.endswith("_backward")]


def judged(name, bound, seed):
    source = SOLUTIONS[name].replace(f"def {name}(", "def right(", 1)
    pieces = [Piece("setup", "import numpy as np\n"), Piece("answer", source)]
    pieces.append(Piece("clipping", CLIPPED.format(name=name, bound=bound)))
    code, exercise, right = from_pieces(pieces, LESSON_OF[name]), EXERCISES[name], Live(seed)
    plan = right.plan(exercise)
    run = in_process.run(code, plan, setting_for(exercise, code, right))
    return judge(plan, run, right.answers(plan))


@pytest.mark.parametrize("bound", [0.5, 1, 5])
@pytest.mark.parametrize("name", BACKWARD)
def test_a_clipped_gradient_gets_nothing_whatever_the_cases(name, bound):
    for seed in range(6):
        verdict = judged(name, bound, seed)
        assert [o.name for o in verdict.outputs if o.status == "right"] == [], seed
