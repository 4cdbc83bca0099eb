"""The small learning problems of the lessons: are they posed rightly, and are they learnt?"""

import numpy as np
import pytest

from grader.given import example
from grader.show.training import (
    future_cut,
    letter_bricks,
    lstm_start,
    marked_numbers,
    recall_losses,
    start_parameters,
)
from solutions.rnn import rnn_backward, rnn_cell_backward, rnn_forward


def spelled(brick, letters, example):
    return "".join(letters[k] for k in brick[:, example, :].argmax(axis=0))


def test_the_network_reads_a_word_and_should_say_its_next_letter():
    letters = ".mnor"
    x, y = letter_bricks(["moon", "or"], letters)
    assert x.shape == y.shape == (5, 2, 5)
    assert [spelled(x, letters, k) for k in (0, 1)] == [".moon", ".or.."]
    assert [spelled(y, letters, k) for k in (0, 1)] == ["moon.", "or..."]
    assert (x.sum(axis=0) == 1).all()
    assert (y.sum(axis=0) == 1).all()


def test_the_start_is_random_and_the_same_every_time():
    p, q = start_parameters(4, 6, 3), start_parameters(4, 6, 3)
    assert {name: v.shape for name, v in p.items()} == {
        "Wax": (6, 4),
        "Waa": (6, 6),
        "Wya": (3, 6),
        "ba": (6, 1),
        "by": (3, 1),
    }
    assert all(np.array_equal(p[name], q[name]) for name in p)
    assert p["Waa"].std() > 0.1


def test_the_cut_gradient_is_the_true_one_where_there_is_no_future():
    x, a0, parameters = example("rnn")
    a, _, caches = rnn_forward(x[:, :, :1], a0, parameters)
    cut, full = (
        future_cut(rnn_cell_backward, np.ones_like(a), caches),
        rnn_backward(np.ones_like(a), caches),
    )
    assert set(cut) == set(full)
    assert all(np.allclose(cut[name], full[name]) for name in full)


@pytest.mark.parametrize("seed", range(4))
def test_a_letter_is_remembered_with_both_paths_and_not_with_one(seed):
    def cut(da, caches):
        return future_cut(rnn_cell_backward, da, caches)

    assert recall_losses(rnn_forward, rnn_backward, seed)[-1] < 0.1
    assert recall_losses(rnn_forward, cut, seed)[-1] > 0.2


def test_an_lstm_starts_at_random_with_open_forget_gates_and_the_same_every_time():
    p, q = lstm_start(3, 5, 2, forget=1.5), lstm_start(3, 5, 2, forget=1.5)
    gates = {f"{kind}{gate}" for kind in "Wb" for gate in "fico"}
    assert set(p) == gates | {"Wy", "by"}
    assert all(p[f"W{g}"].shape == (5, 8) and p[f"b{g}"].shape == (5, 1) for g in "fico")
    assert p["Wy"].shape == (2, 5)
    assert p["by"].shape == (2, 1)
    assert (p["bf"] == 1.5).all()
    assert not any(p[f"b{gate}"].any() for gate in "ico")
    assert all(np.array_equal(p[name], q[name]) for name in p)
    assert not np.array_equal(p["Wf"], p["Wi"])


@pytest.mark.parametrize("T_x", [2, 7, 40])
def test_two_numbers_are_marked_one_in_each_half_and_their_sum_is_the_answer(T_x):
    x, y = marked_numbers(50, T_x, np.random.default_rng(0))
    assert x.shape == (2, 50, T_x)
    assert y.shape == (2, 50)
    marks = x[1]
    assert set(np.unique(marks)) <= {0, 1}
    assert (marks[:, : T_x // 2].sum(axis=1) == 1).all()
    assert (marks[:, T_x // 2 :].sum(axis=1) == 1).all()
    sums = np.where(marks == 1, x[0], 0).sum(axis=1)
    assert np.array_equal(y[0] == 1, sums > 0)
    assert (y.sum(axis=0) == 1).all()
    assert np.abs(x[0]).max() <= 1
