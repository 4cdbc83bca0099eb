"""What `hint` says of a function that gives no answer: its line, what went wrong, where to look."""

import pytest
from test_mistakes import HEADINGS

from grader import hint
from grader.crashes import MEANINGS, UNKNOWN, meaning

CRASHES = {
    "not valid Python": "    x = (",
    "matmul|not aligned": "    np.ones((2, 3)) @ np.ones((2, 3))",
    "broadcast|operands could not|must match exactly": "    np.ones((2, 3)) + np.ones((3, 2))",
    "truth value": "    return any(ids)",
    "inhomogeneous|array element with a sequence": "    np.zeros(2)[0] = [1, 2]",
    "as a data type": "    return ids.astype(n)",
    "unpack": "    a, b = 1, 2, 3",
    "KeyError": "    {}['Wx']",
    "UnboundLocalError|not associated with a value": "    print(y); y = 1",
    "NameError": "    return q",
    "NoneType|ellipsis": "    return ids + None",
    "positional argument|keyword argument|required argument": "    return one_hot()",
    "not callable|not subscriptable|indices must be|AttributeError": "    return ids.max(axis=0)()",
    "IndexError|AxisError": "    return [][99]",
    "far more often than T_x": "    raise RuntimeError('called far more often than T_x times')",
    "ZeroDivisionError|FloatingPointError|invalid value|overflow": "    return 1 / 0",
    "RecursionError": "    return one_hot(ids, n)",
    "MemoryError|Unable to allocate": "    return np.ones(2**45)",
}


def test_every_meaning_of_an_error_is_tried():
    assert list(CRASHES) == [known.pattern for known in MEANINGS]


@pytest.mark.parametrize("pattern", CRASHES)
def test_a_crash_gets_its_line_and_what_to_look_at(cell, pattern):
    cell(f"def one_hot(ids, n):\n{CRASHES[pattern]}")
    given = [hint("one_hot") for _ in range(3)][-1]
    known = next(known for known in MEANINGS if known.pattern == pattern)
    assert given.verdict.status == "crashed"
    assert [given.rungs[0][1], given.rungs[1][1]] == [known.says, known.look]
    if pattern != "not valid Python":
        assert f"line 2: `{CRASHES[pattern].strip()}`" in given.ladder.title
        assert 'failing_case("one_hot")' in given.rungs[2][1]
    else:
        assert "line 2" in given.ladder.title


def test_an_error_that_nobody_knows_gets_a_general_hint():
    assert meaning("OddError: never seen") is UNKNOWN


def test_a_function_that_writes_into_its_input_hears_which_one(cell):
    cell("def softmax(z):\n    z -= z.max(axis=0)\n    e = np.exp(z)\n    return e / e.sum(axis=0)")
    assert "`z`" in hint("softmax").ladder.title
    assert hint("softmax").ladder.reread in HEADINGS


def test_a_function_without_return_is_sent_to_its_last_line(cell):
    cell("def rnn_forward(x, a0, parameters):\n    a = 1")
    hint("rnn_forward")
    said = str(hint("rnn_forward"))
    assert "returns nothing" in said
    assert "?." not in said
    assert "a, y_pred, caches" in str(hint("rnn_forward"))


def test_an_endless_loop_gets_hints_about_loops(cell, monkeypatch):
    monkeypatch.setattr("grader.runners.in_process.run.__defaults__", (0.3,))
    cell("def softmax(z):\n    while True:\n        pass")
    assert "loop" in str(hint("softmax"))


def test_what_a_function_says_cannot_become_html(cell):
    cell("def softmax(z):\n    raise ValueError('<script>alert(1)</script>')")
    shown = hint("softmax")._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
