"""Is it told where in an array the wrong numbers are, and only what holds on every call?"""

import pytest
from answers import edited, file_of, judged

STACK = "np.concatenate((a_prev, xt))"


def maps(name, old, new):
    verdict = judged(file_of(edited(name, old, new)))[name]
    return {found.output: found for found in verdict.maps}


def test_the_half_of_a_weight_that_is_wrong_is_named():
    found = maps(
        "lstm_cell_backward", "np.concatenate((a_prev, xt))", "np.concatenate((a_next, xt))"
    )
    assert set(found) == {"dWf", "dWi", "dWc", "dWo"}
    for one in found.values():
        assert one.says == "wrong in the columns that meet a⟨t-1⟩ alone"
        assert one.split == 5
        assert [row[:5] for row in one.shares] == [(1,) * 5] * 5
        assert [row[5:] for row in one.shares] == [(0,) * 3] * 5


def test_the_other_half_too():
    found = maps(
        "lstm_cell_backward", "np.concatenate((a_prev, xt))", "np.concatenate((a_prev, -xt))"
    )
    assert found["dWo"].says == "wrong in the columns that meet x⟨t⟩ alone"


def test_going_back_the_first_wrong_step_is_told():
    found = maps("rnn_backward", "da[:, :, t] + da_prevt", "da[:, :, t]")["dx"]
    assert found.says == "going back from the end, it is right down to step 7, wrong from there on"
    assert found.columns == "T_x"
    assert {row[-1] for row in found.shares} == {0}
    assert {row[0] for row in found.shares} == {1}


def test_going_forward_the_first_wrong_step_is_told():
    found = maps("rnn_forward", "range(T_x)", "range(T_x - 1)")["a"]
    assert found.says == "right up to step 6, wrong from there on"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_next.T"),
        ("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_prev.T[:, :2]"),
        ("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_prev.T * np.nan"),
    ],
    ids=["every entry", "another shape", "no numbers"],
)
def test_where_there_is_nothing_to_tell_there_is_no_map(name, old, new):
    assert maps(name, old, new) == {}


def test_a_right_answer_has_no_map():
    assert maps("rnn_cell_backward", "dz @ a_prev.T", "dz.dot(a_prev.T)") == {}
