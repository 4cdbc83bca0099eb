"""The live plots of lesson 04, second half: what is left of a gradient, and what is kept."""

import re
import warnings
from importlib import resources

import numpy as np
import pytest
from test_plots_04 import BROKEN, named

from grader.given import StandIn
from grader.show import plots_04_memory, plotting
from grader.show.training import lstm_start, marked_numbers, start_parameters
from solutions.lstm import lstm_backward, lstm_cell_backward, lstm_forward
from solutions.rnn import rnn_backward, rnn_forward

RIGHT = (lstm_forward, lstm_backward, rnn_forward, rnn_backward, lstm_cell_backward)
MODEL = (lstm_start(2, 4, 2), [0.7, 0.6])
PLOTS = {
    "left": lambda f, b, rf, rb, c: plots_04_memory.gradient_left(f, b, rf, rb),
    "roads": lambda f, b, rf, rb, c: plots_04_memory.cut_one_road(f, c),
    "memory": lambda f, b, rf, rb, c: plots_04_memory.one_memory(f, MODEL),
}
USED = {"left": (0, 1, 2, 3), "roads": (0, 4), "memory": (0,)}


@pytest.fixture(autouse=True)
def small_networks(monkeypatch):
    monkeypatch.setattr(plots_04_memory, "SEEDS", range(2))


@pytest.mark.parametrize("plot", PLOTS)
def test_right_functions_give_one_labelled_figure_and_no_warning(plot, shown, capfd):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        PLOTS[plot](*RIGHT)
        ((fig, alt),) = shown
        plotting.FigureCanvasAgg(fig).draw()
    assert alt
    assert all(ax.get_title(loc="left") and ax.get_ylabel() for ax in fig.axes)
    assert fig.axes[-1].get_xlabel()
    out, err = capfd.readouterr()
    assert err == ""
    assert all(len(line) <= 90 for line in out.splitlines())


@pytest.mark.parametrize(("plot", "wrong"), [(p, k) for p, used in USED.items() for k in used])
@pytest.mark.parametrize("how", BROKEN)
def test_an_unfinished_function_gives_one_line(plot, how, wrong, shown, capfd):
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


@pytest.mark.parametrize("name", ["lstm_forward", "rnn_forward", "rnn_backward"])
def test_a_stand_in_is_asked_to_make_room(name, shown, capfd):
    functions = [StandIn(f.__name__) if f.__name__ == name else f for f in RIGHT]
    PLOTS["left"](*functions)
    assert shown == []
    assert f"this needs your own {name}" in capfd.readouterr().out


def test_a_backward_pass_of_zeros_is_named(shown, capfd):
    def lstm_backward(da, caches):
        return {"dx": np.zeros_like(caches[1])}

    plots_04_memory.gradient_left(lstm_forward, lstm_backward, rnn_forward, rnn_backward)
    assert shown == []
    assert "lstm_backward returns a dx of zeros" in capfd.readouterr().out


def test_open_forget_gates_keep_the_gradient_and_half_open_ones_do_not(shown):
    PLOTS["left"](*RIGHT)
    ((fig, _),) = shown
    rnn, shut, open_, wide = (line.get_ydata()[-1] for line in fig.axes[0].lines)
    assert max(rnn, shut) < 1e-5 < 1e-3 < open_ < 0.1 < wide


def test_walking_both_roads_is_the_whole_backward_pass(shown):
    x = np.random.default_rng(0).normal(size=(3, 2, 6))
    a, _, _, caches = lstm_forward(x, np.zeros((4, 2)), lstm_start(3, 4, 2))
    da = np.random.default_rng(1).normal(size=a.shape)
    both = plots_04_memory.along(lstm_cell_backward, da, caches, by_a=True, by_c=True)
    assert np.allclose(both["dx"], lstm_backward(da, caches)["dx"])


def test_two_roads_carry_far_more_than_either_alone(shown):
    PLOTS["roads"](*RIGHT)
    ((fig, _),) = shown
    both, by_c, by_a = (line.get_ydata()[-1] for line in fig.axes[0].lines)
    assert both > 100 * (by_c + by_a)
    assert 1e-7 < by_c < 1e-4, "about 0.73 to the 40th"


def test_curves_are_drawn_of_what_was_trained_and_of_nothing_else(shown, capfd):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        plots_04_memory.learning_curves({"LSTM": None, "RNN": None})
        assert shown == []
        plots_04_memory.learning_curves({"LSTM": None, "RNN": ({}, [0.7] * 30)})
        plots_04_memory.learning_curves({"LSTM": ({}, [0.1] * 30), "RNN": ({}, [0.7] * 30)})
    assert [len(fig.axes[0].lines) for fig, _ in shown] == [3, 5]
    assert capfd.readouterr() == ("", "")


def test_an_untrained_network_is_asked_for_in_one_line(shown, capfd):
    plots_04_memory.one_memory(lstm_forward, None)
    assert shown == []
    assert capfd.readouterr().out.startswith("Not yet: ")


def test_the_lesson_s_own_training_teaches_the_lstm_and_not_the_rnn():
    lesson = resources.files("solutions").joinpath("lessons/04_lstm_backward.md").read_text("utf-8")
    (source,) = re.findall(r"^def train\(.*?\n\n\n", lesson, re.M | re.S)
    names = {"np": np, "marked_numbers": marked_numbers, "T_x": 40}
    exec(source, names)
    _, lstm = names["train"](lstm_forward, lstm_backward, lstm_start(2, 16, 2))
    _, rnn = names["train"](rnn_forward, rnn_backward, start_parameters(2, 16, 2))
    assert np.mean(lstm[-20:]) < 0.2
    assert np.mean(rnn[-20:]) > 0.6
