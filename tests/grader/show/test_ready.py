"""Does a demo on unfinished functions end with one helpful line, and with nothing else?"""

import warnings

import numpy as np
import pytest

from grader.given import StandIn
from grader.show.ready import expect, when_ready


def rnn_backward(da, caches):
    return {"dx": da}


def stub(da, caches):
    """What an exercise looks like before it is written."""


stub.__name__ = "rnn_backward"


def line(capfd):
    """The one line that was printed; nothing may have gone to stderr."""
    out, err = capfd.readouterr()
    assert err == ""
    assert out.count("\n") == 1
    return out.strip()


def test_ready_functions_give_the_answer_and_print_nothing(capfd):
    assert when_ready(lambda f, n: f(n, None)["dx"], rnn_backward, 7) == 7
    assert capfd.readouterr() == ("", "")


def test_options_are_handed_on():
    assert when_ready(lambda f, by: by, rnn_backward, by=2) == 2


def test_a_stub_is_named_with_its_notebook(capfd):
    assert when_ready(lambda f: f(1, 2)["dx"], stub) is None
    assert line(capfd) == (
        "Not yet: rnn_backward returns None. Write it (notebook 02), then run this cell again."
    )


def test_a_stand_in_that_has_no_answer_asks_for_the_real_function(capfd):
    when_ready(lambda f: f(np.ones(2), None, None), StandIn("rnn_forward"))
    assert line(capfd).startswith("Not yet: this needs your own rnn_forward; the stored results")


def test_a_function_that_raises_is_named_with_its_error_and_line(capfd):
    def rnn_forward(x, a0, parameters):
        return x @ "a"

    when_ready(lambda f: f(np.ones(2), None, None), rnn_forward)
    said = line(capfd)
    assert said.startswith("Not yet: rnn_forward stops with ")
    assert f"line {rnn_forward.__code__.co_firstlineno + 1} of its cell" in said


def rnn_cell_backward(da_next, cache):
    """A stub that a finished sequence function calls."""


def test_a_stub_further_down_is_suspected(capfd):
    def rnn_backward(da, caches):
        return rnn_cell_backward(da, caches)["dxt"]

    when_ready(lambda f: f(1, 2), rnn_backward)
    assert "it calls rnn_cell_backward: is that written?" in line(capfd)


def test_an_answer_that_the_demo_cannot_use_is_blamed_on_the_last_function(capfd):
    when_ready(lambda f: f(1, 2)["dWaa"], rnn_backward)
    said = line(capfd)
    assert "rnn_backward returns something that does not fit here (KeyError: 'dWaa')" in said


def test_a_fault_of_ours_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        when_ready(lambda f: 1 / 0, rnn_backward)


def test_warnings_of_a_wrong_formula_stay_quiet_and_only_there(capfd):
    when_ready(lambda f: f(np.exp(np.array([1e4])), None), rnn_backward)
    assert capfd.readouterr() == ("", "")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        np.exp(np.array([1e4]))
    assert caught


def test_an_interrupt_goes_through():
    def interrupt(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        when_ready(lambda f: f(), interrupt)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (None, "returns None for dx"),
        ([1.0], "returns a list for dx"),
        (np.zeros(3), "returns dx of shape (3,), where (3, 1) fits"),
        (np.full((3, 1), np.nan), "not finite"),
    ],
)
def test_an_array_that_does_not_fit_is_described(capfd, value, says):
    when_ready(lambda f: expect(f(value, 0)["dx"], (3, 1), "rnn_backward", "dx"), rnn_backward)
    assert says in line(capfd)


def test_an_array_that_fits_comes_back():
    assert expect(np.ones((2, 1)), (2, 1), "rnn_backward", "dx").shape == (2, 1)


def test_a_long_line_wraps_between_words(capsys):
    when_ready(lambda f: f(), lambda: (_ for _ in ()).throw(ValueError("word " * 15)))
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 90
