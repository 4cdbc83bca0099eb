"""Lesson 00's plots: do they draw with right functions, and stay calm with unfinished ones?"""

import warnings

import numpy as np
import pytest

from grader.show import plots_00, plots_00_slopes, plotting
from solutions.activations import one_hot, sigmoid, softmax
from solutions.gradients import numerical_gradient, relative_error

BRICK = np.arange(3 * 4 * 6).reshape(3, 4, 6)
CANDIDATES = {"s * (1 - s)": lambda s: s * (1 - s), "2 * s": lambda s: 2 * s}

DEMOS = {
    "brick": (lambda: plots_00.brick(BRICK), ()),
    "one_hot_word": (lambda f: plots_00.one_hot_word(f, "banana"), (one_hot,)),
    "squash": (plots_00.squash, (sigmoid,)),
    "shift": (plots_00.shift, (softmax,)),
    "chords": (plots_00_slopes.chords, ()),
    "step_size": (plots_00_slopes.step_size, (numerical_gradient, relative_error)),
    "judge": (
        lambda *f: plots_00_slopes.judge(*f, CANDIDATES),
        (sigmoid, numerical_gradient, relative_error),
    ),
}
ASKED = [(demo, place) for demo, (_, f) in DEMOS.items() for place in range(len(f))]


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


def named(function, name):
    function.__name__ = name
    return function


def run_with(demo, place, broken):
    """Run a demo with one of its functions replaced."""
    call, functions = DEMOS[demo]
    functions = list(functions)
    functions[place] = named(broken, functions[place].__name__)
    call(*functions)
    return functions[place].__name__


def run(demo):
    call, functions = DEMOS[demo]
    call(*functions)


@pytest.mark.parametrize("demo", DEMOS)
def test_a_plot_draws_labelled_axes_without_a_warning(demo, figures, capsys):
    run(demo)
    (fig,) = figures
    for ax in fig.axes:
        assert ax.get_title(loc="left")
        assert ax.get_xlabel()
    assert fig.axes[0].get_ylabel()
    out, err = capsys.readouterr()
    assert "Not yet" not in out
    assert err == ""


@pytest.mark.parametrize("demo", DEMOS)
def test_no_text_of_a_plot_is_smaller_than_nine_points(demo, figures):
    run(demo)
    texts = figures[0].findobj(lambda artist: hasattr(artist, "get_fontsize"))
    assert min(text.get_fontsize() for text in texts if text.get_text()) >= 9


def stop(*_):
    raise ZeroDivisionError("division by zero")


BROKEN = {
    "returns None": lambda *_: None,
    "raises": stop,
    "returns a wrong shape": lambda *_: np.zeros((2, 7, 5)),
    "returns a list": lambda *_: [1.0],
}


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize(("demo", "place"), ASKED)
def test_an_unfinished_function_is_named_in_one_line(demo, place, how, figures, capsys):
    broken = BROKEN[how]
    name = run_with(demo, place, lambda *arguments: broken(*arguments))
    out, err = capsys.readouterr()
    assert figures == []
    assert out.startswith(f"Not yet: {name} ")
    assert out.count("\n") == 1
    assert err == ""


@pytest.mark.parametrize("t", range(6))
def test_the_brick_prints_exactly_the_numbers_of_the_lit_step(t, figures, monkeypatch):
    monkeypatch.setattr(plots_00, "slider", lambda draw, **ranges: draw(t))
    plots_00.brick(BRICK)
    _, matrix = figures[0].axes
    printed = [float(text.get_text()) for text in matrix.texts]
    assert printed == BRICK[:, :, t].ravel().tolist()


def test_the_brick_counts_steps_as_python_does_and_says_so(figures):
    plots_00.brick(BRICK)
    left, right = figures[0].axes
    assert [text.get_text() for text in left.texts][:6] == list("012345")
    assert "x[:, :, 2]" in right.get_title(loc="left")
    assert "step 3 in formulas" in right.get_title(loc="left")


def test_a_sigmoid_that_overflows_is_told_so_and_still_drawn(figures, capsys):
    plots_00.squash(lambda z: 1 / (1 + np.exp(-z)))
    out, err = capsys.readouterr()
    assert out == "sigmoid(-800) = 0, sigmoid(800) = 1, NumPy warned: overflow encountered in exp\n"
    assert err == ""
    assert len(figures) == 1


def test_a_sigmoid_without_overflow_is_told_so(figures, capsys):
    plots_00.squash(sigmoid)
    assert capsys.readouterr().out.endswith("no warning\n")


def plain(z):
    e = np.exp(z)
    return e / e.sum(axis=0)


@pytest.mark.parametrize(("function", "shown"), [(softmax, "0.644"), (plain, "nan")])
def test_shift_shows_who_survives_large_scores(function, shown, figures, capsys):
    plots_00.shift(function)
    yours, formula = figures[0].axes
    assert yours.texts[1].get_text() == shown
    assert {text.get_text() for text in formula.texts} == {"nan"}
    assert capsys.readouterr() == ("", "")


def star(fig):
    return fig.axes[0].lines[-1].get_ydata()[0]


def test_the_star_lies_on_the_central_curve(figures, capsys):
    plots_00_slopes.step_size(numerical_gradient, relative_error)
    _, central, _ = figures[0].axes[0].lines
    at = np.argmin(np.abs(np.log10(central.get_xdata()) + 5))
    assert 0.2 < star(figures[0]) / central.get_ydata()[at] < 5
    assert capsys.readouterr().out == ""


def test_a_wrong_gradient_puts_the_star_high_and_says_what_to_do(figures, capsys):
    plots_00_slopes.step_size(lambda f, x: 2 * numerical_gradient(f, x), relative_error)
    assert star(figures[0]) == pytest.approx(0.5)
    assert "run the checks" in capsys.readouterr().out


def test_the_v_curves_fall_with_slopes_one_and_two(figures):
    plots_00_slopes.step_size(numerical_gradient, relative_error)
    for line, slope in zip(figures[0].axes[0].lines[:2], (1, 2), strict=True):
        h, error = np.log10(line.get_xdata()[4:13]), np.log10(line.get_ydata()[4:13])
        assert np.polyfit(h, error, 1)[0] == pytest.approx(slope, abs=0.05)


def test_judge_tells_the_right_formula_from_the_wrong_one(figures):
    plots_00_slopes.judge(sigmoid, numerical_gradient, relative_error, CANDIDATES)
    right, wrong, _ = (text.get_text() for text in figures[0].axes[0].get_legend().texts)
    assert right.startswith("s * (1 - s)\n")
    assert right.endswith("agrees")
    assert wrong.endswith("wrong")


@pytest.mark.parametrize("formula", [lambda s: None, lambda s: s @ np.ones(3), lambda s: 1.0])
def test_a_broken_candidate_is_quoted(formula, figures, capsys):
    plots_00_slopes.judge(sigmoid, numerical_gradient, relative_error, {"s + ?": formula})
    assert capsys.readouterr().out.startswith('Not yet: "s + ?" ')
    assert figures == []


@pytest.mark.parametrize("demo", DEMOS)
def test_warnings_are_off_only_while_a_demo_runs(demo, figures):
    before = list(warnings.filters)
    run(demo)
    assert list(warnings.filters) == before
