"""The second opinion on wrong gradients, by the learner's own forward pass."""

from answers import REFERENCE, SOLUTIONS, edited, file_of

from grader.exercises import EXERCISES
from grader.own_slopes import second_opinion
from grader.runners import in_process
from grader.submission import from_file

WRONG = edited("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_next.T")


def opinion(*sources, name="rnn_cell_backward", session=()):
    code = from_file("answer.py", file_of(*sources))
    return second_opinion(EXERCISES[name], code, REFERENCE, in_process.run, dict(session))


def test_it_says_which_gradients_the_own_forward_pass_confirms():
    said = opinion(SOLUTIONS["rnn_cell_forward"], WRONG)
    assert "your own rnn_cell_forward confirms dxt, da_prev, dWax, dba, but not dWaa" in said


def test_a_forward_pass_of_an_earlier_notebook_is_asked():
    session = {"rnn_forward": REFERENCE.function("rnn_forward")}
    assert "confirms" in opinion(WRONG, session=session)
    forgotten = edited("rnn_backward", "da[:, :, t] + da_prevt", "da[:, :, t]")
    assert opinion(forgotten, name="rnn_backward", session=session) == ""  # nothing is confirmed


def test_without_a_forward_pass_there_is_no_opinion():
    assert opinion(WRONG) == ""
    assert opinion(WRONG, session={"rnn_cell_forward": 3, "rnn_forward": "text"}) == ""


def test_a_forward_pass_that_fails_has_no_opinion():
    for body in ("raise ValueError", "return None", "while True: pass", "return 1, 2, 3"):
        forward = f"def rnn_cell_forward(xt, a_prev, parameters):\n    {body}\n"
        assert opinion(forward, WRONG) == ""


def test_a_forward_function_has_none():
    assert opinion(SOLUTIONS["rnn_cell_forward"], name="rnn_cell_forward") == ""
