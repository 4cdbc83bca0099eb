"""`check` in a running notebook: an IPython shell with the history that a kernel would have."""

import io

import numpy as np
import pytest
from answers import SOLUTIONS, STUBS, edited
from IPython.core.interactiveshell import InteractiveShell

from grader import check, failing_case
from grader.exercises import EXERCISES
from grader.show.card import Result

STUBBORN = """
def sigmoid(z):
    while True:
        try:
            pass
        except Exception:
            pass
"""
NOISY = """
import sys, warnings

def softmax(z):
    print("a" * 10**6)
    print("b", file=sys.stderr)
    warnings.warn("c")
    return np.log(-1.0)
"""


def test_a_right_function_gets_its_points(cell):
    cell(SOLUTIONS["rnn_cell_forward"])
    assert cell('check("rnn_cell_forward")') == 6
    assert cell("check(rnn_cell_forward)") == 6


def test_what_is_shown_is_a_number_for_nbgrader_and_a_card_for_people(cell):
    cell(edited("rnn_cell_forward", "softmax(Wya", "np.exp(Wya"))
    result = cell('check("rnn_cell_forward")')
    assert isinstance(result, float)
    assert repr(result) == "3.0"
    assert "yt_pred" in str(result)
    assert "yt_pred" in result._repr_html_()
    format_dict, _ = InteractiveShell.instance().display_formatter.format(result)
    assert format_dict["text/plain"] == "3.0"
    assert "<section" in format_dict["text/html"]


def test_an_undefined_function_is_a_card(cell):
    result = cell('check("rnn_cell_forward")')
    assert (result, result.verdict.status) == (0, "missing")


def test_a_stub_is_a_card_that_says_what_to_do(cell):
    cell(STUBS["rnn_cell_forward"])
    result = cell('check("rnn_cell_forward")')
    assert (result, result.verdict.status) == (0, "not_started")
    assert "YOUR CODE HERE" in result._repr_html_()


def test_a_variable_of_a_demo_counts_as_in_a_grade_and_is_explained(cell):
    cell("# Demo: x\nWax = np.ones((3, 3))")
    cell(edited("rnn_cell_forward", 'Wax, Waa, Wya = parameters["Wax"],', "_, Waa, Wya = 0,"))
    result = cell('check("rnn_cell_forward")')
    assert (result, result.verdict.status) == (0, "crashed")
    assert "`Wax` is a variable of this notebook" in str(result)


def test_a_helper_in_a_cell_of_its_own_is_found(cell):
    cell("def affine(W, x, b):\n    return W @ x + b")
    cell("EPS = 0.0")
    softmax = "softmax(affine(Wya, a_next, by)) + EPS"
    cell(edited("rnn_cell_forward", "softmax(Wya @ a_next + by)", softmax))
    assert cell('check("rnn_cell_forward")') == 6


def test_a_function_imported_from_a_file_is_judged(cell, tmp_path, monkeypatch):
    (tmp_path / "my_rnn.py").write_text(f"import numpy as np\n{SOLUTIONS['one_hot']}")
    monkeypatch.syspath_prepend(tmp_path)
    cell("from my_rnn import one_hot")
    assert cell('check("one_hot")') == 2


def test_debug_raises_where_the_function_raised(cell):
    cell("def sigmoid(z):\n    return 1 / 0")
    shell = InteractiveShell.instance()
    outcome = shell.run_cell("check(sigmoid, debug=True)", store_history=True)
    assert isinstance(outcome.error_in_exec, ZeroDivisionError)


def test_an_endless_loop_ends(cell, monkeypatch):
    monkeypatch.setattr("grader.runners.in_process.run.__defaults__", (0.3,))
    cell(STUBBORN)
    result = cell('check("sigmoid")')
    assert (result, result.verdict.status) == (0, "timeout")


def test_nothing_reaches_the_streams_whatever_the_function_does(cell, capfd):
    cell(NOISY)
    capfd.readouterr()
    cell('result = check("softmax")')
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


@pytest.mark.parametrize("raised", ["SystemExit(3)", "KeyboardInterrupt()", "BaseException('x')"])
def test_a_function_cannot_end_the_notebook(cell, raised):
    cell(f"def softmax(z):\n    raise {raised}")
    result = cell('check("softmax")')
    assert (result, result.verdict.status) == (0, "crashed")


def test_what_a_function_says_cannot_become_html(cell):
    cell("def softmax(z):\n    raise ValueError('<script>alert(1)</script>')")
    html = cell('check("softmax")')._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_failing_case_can_be_played_with(cell):
    cell(edited("rnn_cell_forward", "+ Waa @ a_prev", ""))
    case = failing_case("rnn_cell_forward")
    assert [*case] == ["xt", "a_prev", "parameters"]
    case["xt"][:] = 0
    assert failing_case("rnn_cell_forward")["xt"].any()


def test_an_unknown_exercise_gets_one_sentence():
    result = check("rnn_cell_foward")
    assert isinstance(result, Result)
    assert "no exercise called rnn_cell_foward" in str(result)
    assert failing_case("nothing") == {}


def test_no_exercise_at_all_gets_one_sentence_too(capsys):
    assert "Which exercise?" in str(check())
    assert failing_case() == {}
    assert capsys.readouterr().out.startswith("Which exercise? The exercises are: one_hot, ")


def test_a_failing_case_can_be_asked_for_by_the_function_itself(cell):
    cell(edited("rnn_cell_forward", "+ Waa @ a_prev", ""))
    case = cell("from grader import failing_case\nfailing_case(rnn_cell_forward)")
    assert [*case] == ["xt", "a_prev", "parameters"]


def right_answer():
    space = {"np": np}
    exec(SOLUTIONS["softmax"], space)
    return space["softmax"]


def test_outside_a_notebook_a_function_without_source_is_judged_as_it_is():
    assert check(right_answer()) == 3


def test_outside_a_notebook_a_sequence_function_without_source_is_judged_alone():
    space = {"np": np}
    exec("def rnn_cell_forward(*args):\n    return None\n\n" + SOLUTIONS["rnn_forward"], space)
    assert check(space["rnn_forward"]) == EXERCISES["rnn_forward"].points


def test_printing_a_result_in_a_plain_python_shell_gives_the_text():
    stream = io.StringIO()
    print(check(right_answer()), file=stream)
    assert "softmax" in stream.getvalue()
