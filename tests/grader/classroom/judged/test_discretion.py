"""Does what a student's code sends carry the inputs of a round to the page that they read?"""

import json
import re

import numpy as np
import pytest
from answers import edited

from grader.classroom.gradebook.marking import comment_on
from grader.classroom.handed_in.intake import File
from grader.classroom.judged.discretion import ANOTHER, LEFT_OUT, Discretion
from grader.classroom.judged.grading import grade
from grader.classroom.shown.feedback_page import Answer as Shown
from grader.classroom.shown.feedback_page import Feedback, Notebook, html
from grader.exercise import Answer, Failure
from grader.exercises import EXERCISES
from grader.judging import judge_code
from grader.sandbox.session import Session
from grader.show.card import STYLE
from grader.submission import Piece


def told(source, message, warning=""):
    answer = Answer(failure=Failure("crashed", message), warning=warning)
    return Discretion([Piece("a.py", source)])(answer)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (
            "MemoryError: Unable to allocate 7.28 TiB for an array with shape (314159, 265358)",
            "MemoryError: Unable to allocate an array of that size",
        ),
        ("ImportError: cannot import name '3141'", "ImportError: a name cannot be imported"),
        ("ValueError: 3.14159", f"ValueError, {LEFT_OUT}"),
        (
            "ValueError: index 3141 is out of bounds for axis 0 with size 2",
            f"ValueError, {LEFT_OUT}",
        ),
        ("IndexError: index ٣ is out of bounds for axis 0 with size 2", f"IndexError, {LEFT_OUT}"),
        ("ValueError: shapes (3,14) and (159265,) not aligned: 1 (dim 1) != 2 (dim 0)", None),
        ("NameError: name 'n3141' is not defined", None),
        ("NameError: name 'x.x.x.x.x' is not defined", None),
        ("KeyError: 'n3141'", None),
        ("KeyError: 'x' \"", None),
        ("TypeError: f() missing 1 required positional argument: 'n3141'", None),
        ("N3141: division by zero", "an error: division by zero"),
        ("N3141", "an error"),
        ("x is not defined: ValueError: 3141", f"x is not defined: ValueError, {LEFT_OUT}"),
        ("n3141 is not defined", "an error"),
        ("x is a n3141, not a function", f"x is {ANOTHER}, not a function"),
        ("x is an int, not a function", "x is an int, not a function"),
    ],
)
def test_what_was_made_of_the_inputs_is_not_shown(message, said):
    kind = message.partition(":")[0]
    assert told("x = 'x'", message).failure.message == (said or f"{kind}, {LEFT_OUT}")


@pytest.mark.parametrize("text", ["3141", "overflow encountered in n3141", "3 encountered in exp"])
def test_a_warning_that_is_not_numpys_is_not_shown(text):
    assert told("", "", text).warning == ""
    assert told("", "", "overflow encountered in exp").warning == "overflow encountered in exp"


def test_a_source_of_nothing_but_words_has_none_of_its_own():
    words = " ".join(f"n{number}" for number in range(30_000))
    assert told(words, "NameError: name 'n3141' is not defined").failure.message != (
        "NameError: name 'n3141' is not defined"
    )


# Everything that a student's code can send, through the sandbox, to the page that they read.

TOOLS = """
import linecache, os, struct, sys, warnings

def digits(z):
    return "".join(f"{int(abs(x) * 1e6)}" for x in np.ravel(z)[:3])

def remembered(place, line):
    linecache.cache[place] = (1, None, [line + chr(10)] * 99, place)

def word(text):
    return b"'" + struct.pack("<I", len(text)) + text.encode()

def listed(*parts):
    return b"[" + struct.pack("<I", len(parts)) + b"".join(parts)

def forged(z):
    words = [word(digits(z))] * 4
    failed = listed(word("crashed"), *words[:2], struct.pack("<cq", b"I", 3), words[3])
    one = listed(word("plain"), listed(words[0], failed, listed(*words), words[0]))
    frame = listed(word("answers"), listed(one), listed())
    os.write(3, struct.pack("<I", len(frame)) + frame)
    os._exit(0)

def found():
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["request"]["calls"][0][1][0]

def broken():
    raise ValueError(digits(found()))
"""
LEAKS = {
    "text of an error": "raise ValueError(digits(z))",
    "name of an error": "raise type('N' + digits(z), (Exception,), {})",
    "name in a sentence": "raise NameError(f\"name 'n{digits(z)}' is not defined\")",
    "key": "return {}[digits(z)]",
    "number in a sentence": "raise IndexError(f'index {digits(z)} is out of bounds for size 2')",
    "kind of a result": "return type('N' + digits(z), (), {})()",
    "shape of a result": "return np.ones((0, *(min(int(abs(x) * 1e6), 8**7) for x in z.flat[:2])))",
    "warning": "warnings.warn(digits(z)); return np.exp(z)",
    "line": "remembered('attack.py', digits(z)); raise ValueError",
    "place": "place = digits(z); remembered(place, 'x'); exec(compile('1 / 0', place, 'exec'))",
    "frame": "forged(z)",
}
DEFINITION = "sigmoid = broken()"
"""A definition that fails where the inputs are in reach already."""


def pages(verdict):
    """Give what students are shown of a verdict, without its style."""
    feedback = Feedback("s", "", "1_rnn", (Notebook("n", "", (Shown(verdict, 0, 2),)),))
    return html(feedback).replace(STYLE, "") + (comment_on(verdict) or "").replace("\n", "")


def secrets(cases):
    """List the digits of the inputs, a few at a time."""
    call = cases.plan(EXERCISES["sigmoid"]).calls["plain"]
    numbers = [str(int(abs(x) * 1e6)) for x in np.ravel(call.args[0])[:3]]
    assert min(map(len, numbers)) >= 5
    return numbers


@pytest.mark.parametrize("leak", [*LEAKS, "definition"])
def test_no_digits_of_the_inputs_get_to_the_student(sandbox, cases, leak):
    body = f"def sigmoid(z):\n    {LEAKS[leak]}\n" if leak in LEAKS else DEFINITION
    source = f"{TOOLS}\n{body}"
    file = File("student-001", "1_rnn", "attack.py", "attack.py", source.encode())
    (verdict,) = grade(file, sandbox, cases).verdicts
    assert verdict.points == 0
    assert not any(number in pages(verdict) for number in secrets(cases))
    with Session(sandbox, [Piece("attack.py", source)], "", cases) as open_hearted:
        (verdict,) = judge_code(open_hearted.describe(), cases, open_hearted)
    assert any(number in pages(verdict) for number in secrets(cases)), "this is no leak at all"


def test_the_line_of_an_error_is_that_of_the_source_that_was_handed_in(sandbox, cases, notebook):
    wrong = edited("rnn_cell_forward", "a_next = np.tanh(", "a_next = np.tanh(1 / 0 + ")
    content = json.dumps(notebook("01_rnn_forward.ipynb", {"rnn_cell_forward": wrong})).encode()
    name = "01_rnn_forward.ipynb"
    verdict, _ = grade(File("s", "1_rnn", name, name, content), sandbox, cases).verdicts
    first, line = verdict.message.split("\n")
    assert first == "ZeroDivisionError: division by zero"
    assert re.fullmatch(r"    code cell \d+, line \d+: a_next = np.tanh\(1 / 0 \+ .*", line)


def test_an_error_with_words_of_its_own_still_says_what_and_where(sandbox, cases):
    source = "def sigmoid(z):\n    raise ValueError(f'got {z}')\n"
    (verdict,) = grade(File("", "", "my.py", "my.py", source.encode()), sandbox, cases).verdicts
    assert verdict.message == (
        f"ValueError, {LEFT_OUT}\n    my.py, line 2: raise ValueError(f'got {{z}}')"
    )
