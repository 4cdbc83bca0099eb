"""The live plots of lesson 02: what they show of right functions, and what they say of others."""

import warnings

import numpy as np
import pytest

from grader.given import StandIn, example
from grader.show import plots_02, plots_02_cut, plotting
from solutions.rnn import rnn_backward, rnn_cell_backward, rnn_forward

SEQUENCE = example("rnn")
PLOTS = {
    "flow": lambda f, c, b: plots_02.gradient_flow(f, b, SEQUENCE),
    "compare": lambda f, c, b: plots_02.compare_gradients(f, b, SEQUENCE),
    "cut": lambda f, c, b: plots_02_cut.cut_one_path(f, c, b, SEQUENCE),
    "learn": lambda f, c, b: plots_02_cut.cut_and_learn(f, c, b),
}
RIGHT = (rnn_forward, rnn_cell_backward, rnn_backward)


@pytest.fixture
def shown(monkeypatch):
    """The figures that appeared."""
    figures = []
    monkeypatch.setattr(plotting, "show", lambda fig, alt="": figures.append((fig, alt)))
    return figures


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
    assert all(ax.get_xlabel() and ax.get_title(loc="left") for ax in fig.axes)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("wrong", [0, 1, 2])
@pytest.mark.parametrize(
    "answer",
    [
        lambda: None,
        lambda: 1 / 0,
        dict,
        lambda: {"dx": np.zeros(3), "dxt": np.zeros(2), "da_prev": [1]},
        lambda: (np.zeros(3), np.zeros(3), None),
        lambda: 5.0,
    ],
    ids=["stub", "raises", "empty", "shapes", "tuple", "number"],
)
@pytest.mark.parametrize("plot", PLOTS)
def test_an_unfinished_function_gives_one_line_that_names_it(plot, answer, wrong, shown, capfd):
    functions = list(RIGHT)
    name = functions[wrong].__name__
    functions[wrong] = named(name, answer)
    PLOTS[plot](*functions)
    out, err = capfd.readouterr()
    assert err == ""
    if wrong == 1 and plot in ("flow", "compare"):
        return  # these plots do not ask for the cell
    assert shown == []
    assert out.startswith("Not yet: ")
    assert out.count("\n") == 1
    # A forward pass whose caches are rubbish shows up only where they are used.
    assert name in out or wrong == 0


@pytest.mark.parametrize("plot", ["flow", "cut"])
def test_the_stand_in_is_enough_for_what_stays_with_the_example(plot, shown):
    PLOTS[plot](StandIn("rnn_forward"), rnn_cell_backward, rnn_backward)
    assert len(shown) == 1


@pytest.mark.parametrize("plot", ["compare", "learn"])
def test_where_another_forward_pass_is_needed_the_stand_in_says_so(plot, shown, capfd):
    PLOTS[plot](StandIn("rnn_forward"), rnn_cell_backward, rnn_backward)
    assert shown == []
    assert "this needs your own rnn_forward" in capfd.readouterr().out


@pytest.mark.parametrize("of", plots_02.GRADIENTS)
def test_every_right_gradient_agrees_with_the_measurement(of, shown, capfd):
    plots_02.compare_gradients(rnn_forward, rnn_backward, SEQUENCE, of)
    ((fig, alt),) = shown
    assert "they agree" in alt
    assert "they agree" in fig.axes[2].get_title(loc="left")


def test_a_difference_of_nothing_is_still_seen_to_be_a_picture(shown):
    plots_02.compare_gradients(rnn_forward, rnn_backward, SEQUENCE)
    ((fig, _),) = shown
    assert all(spine.get_visible() for spine in fig.axes[2].spines.values())


def without_future(da, caches):
    return {
        "dx": np.zeros_like(caches[1]),
        **{k: rnn_backward(da, caches)[k] / 2 for k in ("dWax", "dWaa", "dba", "da0")},
    }


@pytest.mark.parametrize("of", plots_02.GRADIENTS)
def test_a_wrong_gradient_differs_from_the_measurement(of, shown, capfd):
    plots_02.compare_gradients(rnn_forward, without_future, SEQUENCE, of)
    ((fig, alt),) = shown
    assert "they differ" in alt
    assert "they differ" in fig.axes[2].get_title(loc="left")


def test_the_example_is_not_changed_by_measuring(shown):
    before = example("rnn")
    for of in plots_02.GRADIENTS:
        plots_02.compare_gradients(rnn_forward, rnn_backward, SEQUENCE, of)
    assert np.array_equal(before[0], SEQUENCE[0])
    assert np.array_equal(before[1], SEQUENCE[1])
    assert all(np.array_equal(before[2][k], v) for k, v in SEQUENCE[2].items())


def test_blame_never_reaches_a_later_input(shown):
    plots_02.gradient_flow(rnn_forward, rnn_backward, SEQUENCE)
    ((fig, _),) = shown
    sizes = np.array([float(t.get_text()) for t in fig.axes[1].texts]).reshape(8, 8)
    assert np.array_equal(sizes, np.tril(sizes))
    assert (sizes[np.tril_indices(8)] > 0).all()


def test_only_the_last_step_loses_nothing_by_the_cut(shown):
    plots_02_cut.cut_one_path(*RIGHT, SEQUENCE)
    ((fig, _),) = shown
    missing = [bar.get_height() for bar in fig.axes[0].containers[1]]
    assert missing[-1] == 0
    assert min(missing[:-1]) > 0.1


def test_a_loop_that_forgets_the_future_is_told_so(shown, capfd):
    def rnn_backward(da, caches):
        return plots_02_cut.future_cut(rnn_cell_backward, da, caches)

    plots_02_cut.cut_one_path(rnn_forward, rnn_cell_backward, rnn_backward, SEQUENCE)
    assert "does not add the gradient from the future" in capfd.readouterr().out


def test_what_a_cell_returns_is_printed_with_its_shape(capfd):
    _, _, cache = (SEQUENCE[1], None, (*SEQUENCE[1:2] * 2, SEQUENCE[0][:, :, 0], SEQUENCE[2]))
    plots_02.print_gradients(rnn_cell_backward, np.ones((5, 4)), cache)
    out, err = capfd.readouterr()
    assert all(key in out for key in ("dxt", "(3, 4)", "da_prev", "dWaa", "(5, 5)", "dba"))
    assert err == ""


@pytest.mark.parametrize("answer", [lambda: None, lambda: 3, lambda: 1 / 0])
def test_what_is_no_dictionary_is_not_printed_but_named(answer, capfd):
    plots_02.print_gradients(named("rnn_cell_backward", answer), np.ones((5, 4)), ())
    out, err = capfd.readouterr()
    assert out.startswith("Not yet: rnn_cell_backward")
    assert err == ""
