"""Is the cause of an error said in a grade as it is in a check, though a grade shows less of it?"""

import pytest
import unseen
from answers import REFERENCE, judged

from grader.classroom.judged.discretion import Discretion
from grader.judging import judge_code
from grader.sandbox.session import Session
from grader.submission import Piece

STOPPED = (
    "lstm_backward 10",
    "lstm_cell_forward 10",
    "lstm_forward 3",
    "lstm_forward 15",
    "numerical_gradient 6",
    "numerical_gradient 11",
    "one_hot 8",
    "one_hot 9",
    "relative_error 7",
    "rnn_backward 17",
    "rnn_cell_backward 15",
    "rnn_forward 9",
    "sigmoid 7",
    "sigmoid 8",
    "sigmoid 11",
    "softmax 4",
)
CRASHES = [one for one in unseen.answers("unseen_d") if f"{one.function} {one.number}" in STOPPED]


@pytest.mark.parametrize("one", CRASHES, ids=lambda one: one.key)
def test_the_cause_of_an_error_is_the_same_in_a_grade_as_in_a_check(one, sandbox):
    source = f"import numpy as np\n\n{one.source}"
    pieces = [Piece("answer.py", source)]
    with Session(sandbox, pieces, "", REFERENCE, fit=Discretion(pieces)) as session:
        code = session.describe()
        (graded,) = judge_code(code, REFERENCE, session, [one.function])
    checked = judged(source)[one.function]
    assert checked.mistakes
    assert graded.mistakes == checked.mistakes
