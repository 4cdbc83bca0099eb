"""Is what ERRATA.md calls wrong really wrong, and is what it calls right right?

Right: within 1e-7 of what central differences measure, compared with the largest entry.
Wrong: more than a tenth away from it, or of another shape.
"""

import numpy as np
import pytest
from measured import (
    A0,
    C_NEXT,
    C_PREV,
    CACHE,
    CCT,
    DA,
    DA_NEXT,
    DC,
    DC_NEXT,
    DGAMMA,
    FT,
    IT,
    LSTM,
    OT,
    RNN,
    XT,
    T_x,
    X,
    cell_slope,
    dv,
    m,
    n_a,
    n_x,
    n_y,
    right,
    rnn_slope,
    whole_blame,
    wrong,
)
from networks import lstm_parameters

from solutions.activations import one_hot, sigmoid, softmax
from solutions.gradients import numerical_gradient
from solutions.lstm import lstm_backward, lstm_cell_backward, lstm_cell_forward, lstm_forward
from solutions.rnn import rnn_backward, rnn_cell_backward, rnn_cell_forward, rnn_forward


def test_the_gradient_of_the_candidate_has_no_slope_in_it():
    def loss(candidate):
        c = FT * C_PREV + IT * candidate
        return (OT * np.tanh(c) * DA_NEXT).sum() + (c * DC_NEXT).sum()

    of_the_candidate = numerical_gradient(loss, CCT.copy())
    before_the_tanh = numerical_gradient(lambda z: loss(np.tanh(z)), np.arctanh(CCT))
    assert right(DC * IT, of_the_candidate)
    assert wrong(DC * IT * (1 - CCT**2), of_the_candidate)
    assert right(DC * IT * (1 - CCT**2), before_the_tanh)
    assert wrong(DC * IT * (1 - CCT**2) ** 2, before_the_tanh)


def test_what_is_called_dtanh_is_the_gradient_of_what_goes_into_tanh():
    z = np.arctanh(rnn_cell_forward(XT, A0, RNN)[0])
    dz = DA_NEXT * (1 - np.tanh(z) ** 2)
    assert right(dz, numerical_gradient(lambda z: (np.tanh(z) * DA_NEXT).sum(), z))
    of_the_output = numerical_gradient(lambda a: (a * DA_NEXT).sum(), np.tanh(z))
    assert right(DA_NEXT, of_the_output)
    assert wrong(dz, of_the_output)


@pytest.mark.parametrize("t", range(T_x - 1))
def test_da_next_belongs_to_the_output_of_the_same_cell(t):
    cache = rnn_forward(X, A0, RNN)[-1][0][t]
    measured = rnn_slope(X)[:, :, t]
    assert right(rnn_cell_backward(whole_blame(t), cache)["dxt"], measured)
    assert wrong(rnn_cell_backward(whole_blame(t + 1), cache)["dxt"], measured)


def test_whoever_hands_in_the_whole_gradient_counts_the_future_twice():
    caches = rnn_forward(X, A0, RNN)[-1]
    whole = np.stack([whole_blame(t) for t in range(T_x)], axis=2)
    for name in ("Wax", "Waa", "ba"):
        assert right(rnn_backward(DA, caches)[f"d{name}"], rnn_slope(RNN[name]))
        assert wrong(rnn_backward(whole, caches)[f"d{name}"], rnn_slope(RNN[name]))


def test_dc_next_is_only_what_the_next_cell_sends_back():
    measured = cell_slope(LSTM["Wf"])
    assert right(lstm_cell_backward(DA_NEXT, DC_NEXT, CACHE)["dWf"], measured)
    assert wrong(lstm_cell_backward(DA_NEXT, DC, CACHE)["dWf"], measured)


def test_one_step_alone_is_not_the_gradient_of_a_shared_weight():
    caches = rnn_forward(X, A0, RNN)[-1]
    each = [rnn_cell_backward(whole_blame(t), caches[0][t]) for t in range(T_x)]
    for name in ("Wax", "Waa", "ba"):
        measured = rnn_slope(RNN[name])
        assert right(sum(step[f"d{name}"] for step in each), measured)
        assert all(wrong(step[f"d{name}"], measured) for step in each)


def test_without_an_axis_the_columns_of_softmax_do_not_sum_to_one():
    z = np.log([[1.0, 1.0], [3.0, 1.0]])
    e = np.exp(z)
    np.testing.assert_allclose((e / e.sum()).sum(axis=0), [4 / 6, 2 / 6])
    np.testing.assert_allclose(softmax(z), [[0.25, 0.5], [0.75, 0.5]])


def test_one_maximum_for_the_whole_array_loses_a_low_column():
    z = np.array([[0.0, 1000.0], [0.0, 1000.0]])
    e = np.exp(z - z.max())
    with np.errstate(invalid="ignore"):
        p = e / e.sum(axis=0)
    assert np.isnan(p[:, 0]).all()
    np.testing.assert_array_equal(softmax(z), 0.5)


def test_the_one_line_sigmoid_overflows():
    with pytest.warns(RuntimeWarning, match="overflow"):
        1 / (1 + np.exp(-np.array(-800.0)))
    assert sigmoid(np.array(-800.0)) == 0  # a warning would fail here, too


def test_a_gate_of_a_formula_never_reaches_its_ends_but_a_float_does():
    z = np.array([-30.0, 30.0])
    assert ((sigmoid(z) > 0) & (sigmoid(z) < 1)).all()
    assert 0.3 < sigmoid(np.array(np.log(99))) ** 100 < 0.4
    assert sigmoid(np.array(40.0)) == 1


def test_da_prev_and_dx_are_two_parts_of_one_stack():
    whole = dv()
    measured = {"da_prev": cell_slope(A0), "dxt": cell_slope(XT)}
    assert right(whole[:n_a], measured["da_prev"])
    assert right(whole[n_a:], measured["dxt"])
    assert whole.shape not in (A0.shape, XT.shape)


def test_the_wrong_slice_goes_unnoticed_where_the_sizes_agree():
    rng = np.random.default_rng(2)
    p, (xt, a_prev, c_prev, da) = lstm_parameters(rng, 4, 4, 2), rng.standard_normal((4, 4, m))
    measured = numerical_gradient(
        lambda _: (lstm_cell_forward(xt, a_prev, c_prev, p)[0] * da).sum(), xt
    )
    gradients = lstm_cell_backward(
        da, np.zeros((4, m)), lstm_cell_forward(xt, a_prev, c_prev, p)[-1]
    )
    assert right(gradients["dxt"], measured)
    assert gradients["da_prev"].shape == measured.shape
    assert wrong(gradients["da_prev"], measured)


def test_the_old_state_stands_above_the_input():
    measured = cell_slope(LSTM["Wf"])
    assert right(DGAMMA["f"] @ np.concatenate((A0, XT)).T, measured)
    upside_down = DGAMMA["f"] @ np.concatenate((XT, A0)).T
    assert upside_down.shape == measured.shape
    assert wrong(upside_down, measured)


@pytest.mark.parametrize("kind", ["rnn", "lstm"])
def test_predicted_minus_right_over_m_starts_the_gradient_of_the_loss(kind):
    forward, backward, p, W = {
        "rnn": (rnn_forward, rnn_backward, RNN, "Wya"),
        "lstm": (lstm_forward, lstm_backward, LSTM, "Wy"),
    }[kind]
    y = one_hot(np.random.default_rng(3).integers(0, n_y, (m, T_x)), n_y)
    a, y_pred, *_, caches = forward(X, A0, p)

    def gradients(dzy):
        da = np.einsum("ya,ymt->amt", p[W], dzy)
        dW = np.einsum("ymt,amt->ya", dzy, a)
        return backward(da, caches) | {f"d{W}": dW, "dby": dzy.sum(axis=(1, 2)).reshape(n_y, 1)}

    for name, array in p.items():
        measured = numerical_gradient(
            lambda _: -np.log(forward(X, A0, p)[1][y == 1]).sum() / m, array
        )
        assert right(gradients((y_pred - y) / m)[f"d{name}"], measured)
        for other in (y - y_pred) / m, (y_pred - y) / m**2, y_pred / m:
            assert wrong(gradients(other)[f"d{name}"], measured)


def test_ten_entries_of_the_cache_stand_in_the_order_that_the_page_says():
    assert isinstance(CACHE, tuple)
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = CACHE
    assert (a_prev is A0, c_prev is C_PREV, xt is XT, parameters is LSTM) == (True,) * 4
    np.testing.assert_allclose(c_next, ft * c_prev + it * cct)
    np.testing.assert_allclose(a_next, ot * np.tanh(c_next))
    assert wrong(ft * c_prev + it * ot, c_next)


def test_weights_changed_in_place_between_forward_and_backward_spoil_the_gradient():
    p = {name: array.copy() for name, array in RNN.items()}
    measured = rnn_slope(p["Waa"], p)
    caches = rnn_forward(X, A0, p)[-1]
    p = {name: array - 0.5 for name, array in p.items()}  # new arrays: the cache keeps the old
    assert right(rnn_backward(DA, caches)["dWaa"], measured)
    for array in caches[0][0][-1].values():
        array -= 0.5
    assert wrong(rnn_backward(DA, caches)["dWaa"], measured)


def test_the_slope_from_the_cache_outlives_a_change_of_the_weights():
    p = {name: array.copy() for name, array in RNN.items()}
    a_next, a_prev, xt, _ = rnn_cell_forward(XT, A0, p)[-1]
    measured = numerical_gradient(
        lambda _: (rnn_cell_forward(XT, A0, p)[0] * DA_NEXT).sum(), p["ba"]
    )
    p["Waa"] -= 0.5
    again = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    assert right((DA_NEXT * (1 - a_next**2)).sum(axis=1, keepdims=True), measured)
    assert wrong((DA_NEXT * (1 - again**2)).sum(axis=1, keepdims=True), measured)


def test_the_sequence_returns_y_before_c_and_the_cell_after_it():
    p = lstm_parameters(np.random.default_rng(4), n_x, n_a, n_a)  # n_y = n_a: no shape complains
    x = X[:, :, :1]
    a, y, c, _ = lstm_forward(x, A0, p)
    _, c_next, yt_pred, _ = lstm_cell_forward(x[:, :, 0], A0, np.zeros((n_a, m)), p)
    assert a.shape == y.shape == c.shape
    np.testing.assert_array_equal(y[:, :, 0], yt_pred)
    np.testing.assert_array_equal(c[:, :, 0], c_next)
    np.testing.assert_allclose(yt_pred.sum(axis=0), 1)


def test_a_shut_output_gate_hides_the_state_and_leaves_a_prediction():
    shut = LSTM | {"Wo": np.zeros_like(LSTM["Wo"]), "bo": np.full((n_a, 1), -40.0)}
    a_next, c_next, yt_pred, _ = lstm_cell_forward(XT, A0, C_PREV, shut)
    assert np.abs(a_next).max() < 1e-15
    np.testing.assert_array_equal(c_next, C_NEXT)
    np.testing.assert_allclose(yt_pred, np.repeat(softmax(LSTM["by"]), m, axis=1))


def test_the_old_state_is_read_by_the_candidate_too():
    measured = cell_slope(A0)
    assert right(dv()[:n_a], measured)
    assert wrong(dv("fio")[:n_a], measured)


def test_the_candidate_is_no_gate_for_it_can_push_down():
    nothing = np.zeros((n_a, m))
    assert lstm_cell_forward(XT, A0, nothing, LSTM)[1].min() < -0.1
    gate = sigmoid(LSTM["Wc"] @ np.concatenate((A0, XT)) + LSTM["bc"])
    assert (IT * gate).min() > 0


def test_a_term_lost_between_two_names_of_a_gate_is_missed():
    assert wrong(dv("fco")[:n_a], cell_slope(A0))
    assert wrong(dv("fco")[n_a:], cell_slope(XT))
