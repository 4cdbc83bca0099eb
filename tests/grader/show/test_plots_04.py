"""The live plots of lesson 04, first half: gates, and the comparison with measured gradients."""

import warnings

import numpy as np
import pytest

from grader.given import StandIn, example
from grader.show import plots_02, plots_04, plotting
from solutions.lstm import lstm_backward, lstm_cell_backward, lstm_cell_forward, lstm_forward

SEQUENCE = example("lstm")
PLOTS = {
    "gates": lambda f, c, b: plots_04.gate_blame(c),
    "compare": lambda f, c, b: plots_04.compare_gradients(f, b, SEQUENCE),
}
RIGHT = (lstm_forward, lstm_cell_backward, lstm_backward)
USED = {"gates": (1,), "compare": (0, 2)}
BROKEN = {
    "stub": lambda: None,
    "raises": lambda: 1 / 0,
    "empty": dict,
    "shapes": lambda: {"dbf": np.zeros(1), "dWf": np.zeros(3), "da_prev": [1]},
    "tuple": lambda: (np.zeros(3), np.zeros(3), None, None),
    "number": lambda: 5.0,
}


def named(name, answer):
    """Make a function that only calls `answer`, under the name of an exercise."""

    def function(*arguments):
        return answer()

    function.__name__ = name
    return function


@pytest.mark.parametrize("plot", PLOTS)
def test_right_functions_give_one_labelled_figure_and_no_warning(plot, shown, capfd):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        PLOTS[plot](*RIGHT)
        ((fig, alt),) = shown
        plotting.FigureCanvasAgg(fig).draw()
    assert alt
    assert all(ax.get_xlabel() and ax.get_ylabel() for ax in fig.axes)
    assert all(ax.get_title(loc="left") for ax in fig.axes)
    texts = [t for ax in fig.axes for t in (*ax.texts, *ax.get_xticklabels())]
    assert min(text.get_fontsize() for text in texts) >= 9
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("plot", "wrong"), [(p, k) for p, used in USED.items() for k in used])
@pytest.mark.parametrize("how", BROKEN)
def test_an_unfinished_function_gives_one_line_that_names_it(plot, how, wrong, shown, capfd):
    functions = list(RIGHT)
    name = functions[wrong].__name__
    functions[wrong] = named(name, BROKEN[how])
    PLOTS[plot](*functions)
    out, err = capfd.readouterr()
    assert err == ""
    assert shown == []
    assert out.startswith("Not yet: ")
    assert out.count("\n") == 1
    assert name in out


def test_where_another_forward_pass_is_needed_the_stand_in_says_so(shown, capfd):
    plots_04.compare_gradients(StandIn("lstm_forward"), lstm_backward, SEQUENCE)
    assert shown == []
    assert "this needs your own lstm_forward" in capfd.readouterr().out


@pytest.mark.parametrize("of", plots_04.GRADIENTS)
def test_every_right_gradient_agrees_with_the_measurement(of, shown):
    plots_04.compare_gradients(lstm_forward, lstm_backward, SEQUENCE, of)
    ((fig, alt),) = shown
    assert "they agree" in alt
    assert "they agree" in fig.axes[2].get_title(loc="left")


@pytest.mark.parametrize("of", plots_04.GRADIENTS)
def test_a_wrong_gradient_differs_from_the_measurement(of, shown):
    def halved(da, caches):
        return {name: value / 2 for name, value in lstm_backward(da, caches).items()}

    plots_04.compare_gradients(lstm_forward, halved, SEQUENCE, of)
    ((_, alt),) = shown
    assert "they differ" in alt


def test_the_example_is_not_changed_by_measuring(shown):
    before = example("lstm")
    for of in plots_04.GRADIENTS:
        plots_04.compare_gradients(lstm_forward, lstm_backward, SEQUENCE, of)
    assert np.array_equal(before[0], SEQUENCE[0])
    assert np.array_equal(before[1], SEQUENCE[1])
    assert all(np.array_equal(before[2][k], v) for k, v in SEQUENCE[2].items())


def test_the_cache_of_the_one_unit_is_what_a_forward_pass_would_give():
    gates = {"f": 0.3, "i": 0.9, "o": 0.6}
    cache = plots_04.one_unit(gates)
    _, _, a_prev, c_prev, *_, xt, parameters = cache
    real = lstm_cell_forward(xt, a_prev, c_prev, parameters)[3]
    assert all(np.allclose(ours, theirs) for ours, theirs in zip(cache[:9], real, strict=False))


@pytest.mark.parametrize("gates", [{"f": 0.5, "i": 0.5, "o": 0.5}, {"f": 0.99, "i": 0.01, "o": 1}])
def test_the_filled_bars_are_the_outlines_times_a_slope(gates, shown):
    gates = {name: min(value, 0.99) for name, value in gates.items()}
    plots_04._draw_blame(lstm_cell_backward, gates)
    ((fig, _),) = shown
    outline, filled = ([b.get_height() for b in bars] for bars in fig.axes[1].containers)
    slopes = [gates["f"] * (1 - gates["f"]), gates["i"] * (1 - gates["i"]), 1 - 0.6**2]
    slopes.append(gates["o"] * (1 - gates["o"]))
    assert np.allclose(filled, np.multiply(outline, slopes))


def test_the_paper_case_is_printed_with_its_shapes(capfd):
    cache = plots_04.one_unit({"f": 0.5, "i": 0.5, "o": 0.5})
    plots_02.print_gradients(lstm_cell_backward, np.ones((1, 1)), np.ones((1, 1)), cache)
    out, err = capfd.readouterr()
    assert all(key in out for key in ("dxt", "da_prev", "dc_prev", "dWf     (1, 2)", "dbo"))
    assert err == ""
