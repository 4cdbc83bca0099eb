"""What a grade says of an honest error: what Python and NumPy say, and what a student wrote."""

from pathlib import Path

import numpy as np
import pytest
from answers import REFERENCE

from grader.classroom.handed_in.intake import File
from grader.classroom.judged.discretion import Discretion
from grader.classroom.judged.grading import grade
from grader.exercise import Answer, Failure
from grader.judging import judge_code
from grader.runners import in_process
from grader.sandbox.session import Session
from grader.submission import Piece, from_file

BROKEN = Path(__file__).parents[3] / "corpus" / "broken"
SLOW = ("endless", "process", "sleeps", "prints_without_end", "too_much_memory")
OWN_WORDS = {
    "very_long_message_of_many_lines": "ValueError",
    "very_long_single_line": "ValueError",
    "factory_fails": "AttributeError",
    "exception_in_own_helper_function": "KeyError",
}
"""Broken answers whose message is of their own making, or tells of the grader -> what is left."""


def told(source, message, warning=""):
    answer = Answer(failure=Failure("crashed", message), warning=warning)
    return Discretion([Piece("a.py", source)])(answer)


@pytest.mark.parametrize(
    "path",
    [p for p in sorted(BROKEN.glob("*.py")) if not p.stem.startswith(SLOW)],
    ids=lambda path: path.stem,
)
def test_an_honest_error_says_in_a_grade_what_it_says_in_a_self_check(path, monkeypatch):
    source = path.read_text("utf-8")
    discretion = Discretion([Piece(path.name, source)])
    answers = []

    def run(code, plan, setting):
        found = in_process.run(code, plan, setting, 1.0)
        answers.extend(found.answers.values())
        return found

    monkeypatch.setattr("sys.stdin", None)
    list(judge_code(from_file(path.name, source), REFERENCE, run))
    for answer in answers:
        fit = discretion(answer)
        assert fit.warning == answer.warning
        if answer.failure and path.stem in OWN_WORDS:
            assert OWN_WORDS[path.stem] in fit.failure.message
            assert fit.failure.message != answer.failure.message
        else:
            assert fit.failure == answer.failure


HONEST = """
np.ones((5, 4)) + np.ones((5, 7))
np.ones((5, 3)) @ np.ones((5, 4))
np.ones((5, 3)).dot(np.ones((5, 4)))
np.matmul(np.ones((5, 3)), 2.0)
np.zeros((2, 2)).__iadd__(np.zeros((3, 2, 2)))
np.concatenate([np.ones((2, 4)), np.ones((3, 7))])
np.concatenate([np.ones((2, 4)), np.ones(3)], axis=1)
np.concatenate([])
np.concatenate(np.ones(3), np.ones(2))
np.vstack((np.ones((2, 4)), np.ones((3, 7))))
np.stack([np.ones(2), np.ones(3)])
np.hstack([])
np.ones((5, 4)).reshape(5, 7)
np.ones((5, 4)).reshape(-1, -1)
np.ones((5, 4)).transpose(0, 1, 2)
np.ones((5, 4)).sum(axis=2)
np.ones((5, 4)).swapaxes(0, 2)
np.expand_dims(np.ones(2), 5)
np.squeeze(np.ones((2, 3)), axis=1)
np.einsum("ij,jk", np.ones((2, 3)), np.ones((2, 3)))
np.einsum("i", np.ones((2, 3)))
np.ones((5, 4))[7]
np.ones((5, 4))[:, :, 0]
np.ones((5, 4))["a"]
np.ones((5, 4))[1.5]
np.ones((5, 4))[np.ones(3, dtype=bool)]
np.ones((5, 4)).__setitem__((slice(None), 0), np.ones(3))
np.ones((5, 4)).__setitem__(0, np.ones((2, 2)))
np.broadcast_to(np.ones(3), (2, 2))
np.array([np.ones(2), np.ones(3)])
np.zeros(5, 3)
np.zeros(5.0)
np.zeros((5, None))
np.zeros((-1, 2))
np.ones(0).max()
np.ones((2, 2)).foo
np.foo(3)
np.float(3)
np.Inf
np.exp(None)
np.exp("a")
np.exp()
np.tanh(None)
np.add(np.ones(2), "a")
np.ones(2) + "a"
np.ones(2) + None
np.ones(2) + {}
np.ones(2) @ None
np.linalg.inv(np.zeros((2, 2)))
np.linalg.inv(np.ones((2, 3)))
np.linalg.norm(None)
np.ones(2, dtype=int).__itruediv__(2)
np.arange(3).__iadd__(0.5)
np.random.choice(3, p=[0.1, 0.2, 0.3])
bool(np.ones(2))
bool(np.ones(0))
float(np.ones(2))
int(np.ones((2, 2)))
range(np.ones(2))
range(2.5)
range(0, 1, 0)
numbers[5]
numbers[nothing]
numbers["a"]
numbers[1, 2]
pair[5]
pair["a"]
{}["Wax"]
{}["my key"]
{}[3]
{}[[]]
[].pop()
[1].index(2)
[1] + 1
[1] * 1.5
(1,) + [1]
"a" + 1
"a" - 1
None + 1.0
None * None
-None
-"a"
None < 1
nothing[0]
None.shape
nothing()
len(None)
len(3)
list(None)
sum(None)
sum([1, "a"])
max([])
max(3)
abs("a")
float("a")
float(None)
int("a")
int(None)
int(float("nan"))
int(float("inf"))
1 / 0
1 // 0
1 % 0
1.0 / 0
1.0 % 0
10.0**400
math.exp(1000)
math.sqrt(-1)
math.sqrt("a")
absent
absent.shape
assign()
one()
one(1, 2)
one(1, two=2)
one(1, x=2)
three()
three(1)
Thing().foo
Thing(1)
Thing.foo
Thing()[0]
Thing()()
object().shape = 1
first, second, third = 1, 2
first, second = 1, 2, 3
first, second = None
first, second = 5
first, *second = ()
import absent
recursion()
raise KeyError
raise ValueError
raise ValueError("my own words")
raise NotImplementedError
raise Thing
assert False
open("data.npy")
""".strip().split("\n")
DEFINED = """
import math

nothing, pair, numbers = None, (1, 2), [1, 2]


class Thing:
    pass


def one(x):
    return x


def three(x, y, z):
    return x


def assign():
    print(later)
    later = 1


def recursion():
    return recursion()
"""


@pytest.mark.parametrize("line", HONEST)
def test_what_python_and_numpy_say_is_shown(line):
    space = {"np": np, "__name__": "submission"}
    exec(DEFINED, space)
    try:
        exec(line, space)
    except Exception as error:
        message = in_process.explain(error)
    else:
        pytest.fail("this is no error at all")
    assert told(f"{DEFINED}\n{line}", message).failure.message == message


@pytest.mark.parametrize(
    "arguments",
    ["x", "x[:, :, 0], a0", "np.zeros((0, 1)), a0, p", "np.ones((50, 50, 50)), a0, p"],
)
def test_what_the_right_cell_says_of_its_arguments_is_shown(sandbox, cases, arguments):
    answer = f"def rnn_forward(x, a0, p):\n    return rnn_cell_forward({arguments})\n"
    with Session(sandbox, [Piece("a.py", answer)], "", cases) as session:
        (verdict,) = judge_code(session.describe(), cases, session)
    file = File("", "", "a.py", "a.py", answer.encode())
    (graded,) = grade(file, sandbox, cases).verdicts
    assert graded.status == "crashed"
    assert graded.message == verdict.message
