"""Lesson 01's plots: do they draw with right functions, and stay calm with unfinished ones?"""

import warnings

import numpy as np
import pytest

from grader.show import plots_01, plots_01_time, plotting
from solutions.rnn import rnn_cell_forward, rnn_forward

RNG = np.random.default_rng(1)
X, A0 = RNG.normal(size=(3, 4, 8)), RNG.normal(size=(5, 4))
PARAMETERS = {
    name: RNG.normal(scale=0.5, size=shape)
    for name, shape in {
        "Wax": (5, 3),
        "Waa": (5, 5),
        "Wya": (2, 5),
        "ba": (5, 1),
        "by": (2, 1),
    }.items()
}
KNOCK = np.eye(1, 40)[np.newaxis]
TURN = np.array([[0.8, -0.6], [0.6, 0.8]])

DEMOS = {
    "one_step": (
        lambda f: plots_01.one_step(f, X[:, :1, 0], A0[:, :1], PARAMETERS),
        rnn_cell_forward,
    ),
    "three_pasts": (plots_01.three_pasts, rnn_cell_forward),
    "hidden_states": (lambda f: plots_01_time.hidden_states(f, X, A0, PARAMETERS), rnn_forward),
    "ripple": (lambda f: plots_01_time.ripple(f, X, A0, PARAMETERS), rnn_forward),
    "paths": (lambda f: plots_01_time.paths(f, KNOCK, TURN, (0.7, 1.0, 1.4)), rnn_forward),
}
SEQUENCE = [name for name, (_, function) in DEMOS.items() if function is rnn_forward]


def crash(*_):
    raise RuntimeError("no such\nluck")


BROKEN = {
    "a stub": lambda *_: None,
    "an exception": crash,
    "a number": lambda *_: 3.0,
    "two values": lambda *_: (np.zeros(3), np.zeros(3)),
    "three times None": lambda *_: (None, None, None),
    "wrong shapes": lambda *_: (np.zeros((2, 2)), np.zeros(7), ()),
    "lists": lambda *_: ([0.5], [0.5], ()),
    "nan": lambda *given: (*(out * np.nan for out in _right(*given)[:2]), ()),
}


def _right(x, a, parameters):
    return (rnn_forward if x.ndim == 3 else rnn_cell_forward)(x, a, parameters)


@pytest.fixture
def figures(monkeypatch):
    """The figures that would have appeared under the cell."""
    shown = []
    show = plotting.show

    def keep(fig, alt=""):
        assert alt, "every figure says in words what it shows"
        shown.append(fig)
        show(fig, alt)

    monkeypatch.setattr(plotting, "show", keep)
    monkeypatch.setattr(plotting, "display", lambda _: None)
    return shown


def run(demo, function=None):
    call, right = DEMOS[demo]
    if function is not None:
        function.__name__ = right.__name__
    call(function or right)
    return right.__name__


def title(fig, axes=0):
    return fig.axes[axes].get_title(loc="left")


@pytest.mark.parametrize("demo", DEMOS)
def test_a_plot_draws_labelled_axes_without_a_warning(demo, figures, capsys):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run(demo)
    assert caught == []
    (fig,) = figures
    for ax in fig.axes:
        assert ax.get_title(loc="left")
        assert ax.get_ylabel()
    assert fig.axes[-1].get_xlabel()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("demo", DEMOS)
def test_no_text_of_a_plot_is_smaller_than_nine_points(demo, figures):
    run(demo)
    for ax in figures[0].axes:
        labels = [*ax.texts, *ax.get_xticklabels(), *ax.get_yticklabels()]
        assert all(label.get_fontsize() >= 9 for label in labels)


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("demo", DEMOS)
def test_an_unfinished_function_gets_one_plain_line(demo, how, figures, capsys):
    name = run(demo, BROKEN[how])
    out, err = capsys.readouterr()
    assert out.startswith("Not yet")
    assert name in out
    assert out.count("\n") == 1
    assert err == ""
    assert figures == []


@pytest.mark.parametrize("demo", ["three_pasts", "ripple"])
def test_a_stub_gets_its_line_and_no_slider(demo, monkeypatch, capsys):
    class Kernel:
        kernel = object()

    shown = []
    monkeypatch.setattr(plotting, "get_ipython", Kernel)
    monkeypatch.setattr(plotting, "display", shown.append)
    name = run(demo, BROKEN["a stub"])
    assert capsys.readouterr().out.startswith(f"Not yet: {name} returns None.")
    assert shown == []
    run(demo)
    assert len(shown) == 1


@pytest.mark.parametrize("demo", SEQUENCE)
def test_a_function_that_writes_into_its_inputs_spoils_nothing(demo, figures):
    def careless(x, a0, parameters):
        answer = rnn_forward(x, a0, parameters)
        for array in (x, a0, *parameters.values()):
            array[...] = 0.0
        return answer

    before = [array.copy() for array in (X, A0, *PARAMETERS.values())]
    run(demo, careless)
    after = (X, A0, *PARAMETERS.values())
    assert all(np.array_equal(old, new) for old, new in zip(before, after, strict=True))


def test_one_step_says_whether_the_state_is_tanh_of_the_sum(figures):
    def without_tanh(xt, a_prev, parameters):
        _, yt_pred, cache = rnn_cell_forward(xt, a_prev, parameters)
        return parameters["ba"], yt_pred, cache

    run("one_step")
    run("one_step", without_tanh)
    assert [title(fig) for fig in figures] == [
        "your a⟨t⟩ is tanh of the sum",
        "your a⟨t⟩ is NOT tanh of the sum",
    ]


def test_without_waa_the_three_pasts_are_one_curve(figures):
    plots_01._three_pasts(rnn_cell_forward, 0.0)
    plots_01._three_pasts(rnn_cell_forward, 1.0)
    together, apart = (
        [line.get_ydata() for line in fig.axes[0].lines[: len(plots_01.PASTS)]] for fig in figures
    )
    assert np.ptp(together, axis=0).max() == 0
    assert np.ptp(apart, axis=0).max() > 0.5


def test_a_change_moves_its_own_example_from_its_own_step_on(figures):
    run("ripple")
    assert title(figures[0]) == "x⟨4⟩ of example 2 changed: 5 of 32 states moved"
    (picture,) = figures[0].axes[0].images
    moved = np.asarray(picture.get_array()) > 0
    assert moved[1, 3:].all()
    assert moved.sum() == 5


def test_a_network_that_reads_the_future_is_told_so(figures):
    def backwards(x, a0, parameters):
        a, y_pred, caches = rnn_forward(x[:, :, ::-1], a0, parameters)
        return a[:, :, ::-1], y_pred, caches

    run("ripple", backwards)
    assert title(figures[0]).endswith("some that should not")


def test_a_network_that_forgets_its_state_is_told_so(figures):
    def forgetful(x, a0, parameters):
        steps = [rnn_cell_forward(x[:, :, t], a0, parameters) for t in range(x.shape[2])]
        return np.stack([s[0] for s in steps], 2), np.stack([s[1] for s in steps], 2), ()

    run("ripple", forgetful)
    assert title(figures[0]).endswith("fewer than should")
