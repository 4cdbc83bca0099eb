"""Lesson 03's plots: do they draw with right functions, and stay calm with unfinished ones?"""

import warnings

import numpy as np
import pytest

from grader.show import plots_03, plots_03_sentence, plotting, ready
from solutions.lstm import lstm_cell_forward, lstm_forward

SENTENCE = "the boats near the tower that the sailor painted ___ blue but the lamp ___ lost"
UNIT = np.log(3)
PAPER = {
    "Wf": UNIT * np.array([[4, 0, 1]]),
    "Wi": UNIT * np.array([[2, -3, 0]]),
    "Wc": UNIT * np.array([[-2, 1, -1]]),
    "Wo": UNIT * np.array([[0, 2, 2]]),
    "Wy": UNIT * np.array([[5], [0]]),
    "by": UNIT * np.array([[-2], [0]]),
    **{
        f"b{gate}": UNIT * np.array([[bias]])
        for gate, bias in {"f": 0, "i": 1, "c": 0, "o": 1}.items()
    },
}
STEP = (np.array([[1.0], [-1.0]]), np.array([[0.5]]), np.array([[1.2]]))

DEMOS = {
    "one_step": (lambda f: plots_03.one_step(f, *STEP, PAPER), lstm_cell_forward),
    "be_the_gates": (plots_03.be_the_gates, lstm_cell_forward),
    "keep": (plots_03.keep, lstm_forward),
    "read": (lambda f: plots_03_sentence.read(f, SENTENCE), lstm_forward),
}
NEEDS_CACHES = ["one_step", "read"]


def crash(*_):
    raise RuntimeError("no such\nluck")


def with_nan(*given):
    *results, cache = right(*given)
    return *(result * np.nan for result in results), cache


def right(x, *given):
    return (lstm_forward if x.ndim == 3 else lstm_cell_forward)(x, *given)


BROKEN = {
    "a stub": lambda *_: None,
    "an exception": crash,
    "a number": lambda *_: 3.0,
    "two values": lambda *_: (np.zeros(3), np.zeros(3)),
    "four times None": lambda *_: (None,) * 4,
    "wrong shapes": lambda *_: (np.zeros((2, 2)), np.zeros(7), np.zeros(1), ()),
    "lists": lambda *_: ([0.5], [0.5], [0.5], ()),
    "nan": with_nan,
}
BAD_CACHES = {
    "no cache": None,
    "an empty cache": (),
    "a flat list": ([0.0] * 10, None),
    "None for a gate": ([(None,) * 10] * len(SENTENCE.split()), None),
}


def run(demo, function=None):
    call, model = DEMOS[demo]
    if function is not None:
        function.__name__ = model.__name__
    call(function or model)
    return model.__name__


def title(fig, axes=0):
    return fig.axes[axes].get_title(loc="left")


@pytest.mark.parametrize("demo", DEMOS)
def test_a_plot_draws_labelled_axes_without_a_warning(demo, shown, capfd):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run(demo)
        ((fig, alt),) = shown
        plotting.FigureCanvasAgg(fig).draw()
    assert alt
    for ax in fig.axes:
        assert ax.get_title(loc="left")
        assert ax.get_ylabel()
        labels = [*ax.texts, *ax.get_xticklabels(), *ax.get_yticklabels()]
        assert all(label.get_fontsize() >= 9 for label in labels)
    assert fig.axes[-1].get_xlabel()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("demo", DEMOS)
def test_an_unfinished_function_gets_one_plain_line(demo, how, shown, capfd):
    name = run(demo, BROKEN[how])
    out, err = capfd.readouterr()
    assert out.startswith("Not yet")
    assert name in out
    assert out.count("\n") == 1
    assert err == ""
    assert shown == []


@pytest.mark.parametrize("how", BAD_CACHES)
@pytest.mark.parametrize("demo", NEEDS_CACHES)
def test_a_cache_that_does_not_fit_gets_one_plain_line(demo, how, shown, capfd):
    name = run(demo, lambda *given: (*right(*given)[:3], BAD_CACHES[how]))
    out, err = capfd.readouterr()
    assert out.startswith(f"Not yet: {name} ")
    assert out.count("\n") == 1
    assert err == ""
    assert shown == []


@pytest.mark.parametrize("demo", ["be_the_gates", "read"])
def test_a_stub_gets_its_line_and_no_slider(demo, monkeypatch, capsys):
    class Kernel:
        kernel = object()

    displayed = []
    monkeypatch.setattr(plotting, "get_ipython", Kernel)
    monkeypatch.setattr(plotting, "display", displayed.append)
    name = run(demo, BROKEN["a stub"])
    assert capsys.readouterr().out.startswith(f"Not yet: {name} returns None.")
    assert displayed == []
    run(demo)
    assert len(displayed) == 1


@pytest.mark.parametrize("demo", ["keep", "read"])
def test_a_function_that_writes_into_its_inputs_spoils_nothing(demo, shown):
    def careless(x, a0, parameters):
        answer = lstm_forward(x, a0, {name: value.copy() for name, value in parameters.items()})
        for array in (x, a0, *parameters.values()):
            array[...] = 0.0
        return answer

    run(demo)
    run(demo, careless)
    run(demo)
    (_, first), _, (_, last) = shown
    assert first == last


def test_one_step_shows_the_paper_case(shown):
    run("one_step")
    ((fig, _),) = shown
    written = [[text.get_text() for text in ax.texts] for ax in fig.axes]
    assert written == [
        ["0.75", "0.25", "0.80", "0.75"],
        ["0.90", "0.20", "1.10", "0.60"],
        ["0.75", "0.25"],
    ]


def test_one_step_says_whether_the_cell_state_is_kept_plus_new(shown):
    def forgetful(*given):
        a_next, _, yt_pred, cache = lstm_cell_forward(*given)
        return a_next, cache[5] * cache[6], yt_pred, cache

    run("one_step")
    run("one_step", forgetful)
    titles = [title(fig, axes=1) for fig, _ in shown]
    assert titles == ["your c⟨t⟩ is kept + new", "your c⟨t⟩ is NOT kept + new"]


@pytest.mark.parametrize(
    ("gates", "lowest", "highest"),
    [
        ((0.99, 0.01, 0.5, -0.8), 0.865, 0.875),
        ((0.01, 0.99, 0.5, -0.8), -0.01, 0.01),
        ((0.99, 0.99, 0.5, 0.8), 2.2, 2.5),
    ],
)
def test_the_gates_do_what_the_lesson_asks_of_them(gates, lowest, highest, shown):
    plots_03._be_the_gates(lstm_cell_forward, *gates)
    c = shown[0][0].axes[0].lines[1].get_ydata()
    assert c[0] == 1
    assert lowest < c[-1] < highest


def test_an_old_number_is_gone_before_the_candidate_comes(shown):
    plots_03._be_the_gates(lstm_cell_forward, 0.01, 0.99, 0.5, -0.8)
    axes = shown[0][0].axes[0]
    c = axes.lines[1].get_ydata()
    assert (c[1].round(2), c[6].round(2), c[7].round(2)) == (0.01, -0.8, -0.01)
    assert "c̃ = -0.8 at steps 5 and 6" in axes.get_title(loc="left")


def test_a_shut_output_gate_hides_the_cell_state(shown):
    plots_03._be_the_gates(lstm_cell_forward, 0.9, 0.5, 0.01, 0.8)
    a = shown[0][0].axes[0].lines[2].get_ydata()
    assert np.abs(a).max() < 0.01


@pytest.mark.parametrize("candidate", [-0.9, 0.0, 0.9])
@pytest.mark.parametrize("gate", [0.01, 0.99])
def test_the_ends_of_the_sliders_stay_inside_the_picture(gate, candidate, shown):
    plots_03._be_the_gates(lstm_cell_forward, gate, gate, gate, candidate)
    ax = shown[0][0].axes[0]
    low, high = ax.get_ylim()
    assert all(low < y < high for line in ax.lines for y in line.get_ydata())


def test_a_larger_forget_bias_keeps_longer(shown):
    run("keep")
    ax = shown[0][0].axes[0]
    left = [line.get_ydata()[-1] for line in ax.lines[: len(plots_03.BIASES)]]
    gates = 1 / (1 + np.exp(-np.array(plots_03.BIASES)))
    np.testing.assert_allclose(left, gates**59)


def test_nothing_written_is_no_curve(shown, capsys):
    run("keep", lambda x, a0, p: (*lstm_forward(0 * x, a0, p),))
    assert "writes nothing into c" in capsys.readouterr().out
    assert shown == []


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        (SENTENCE, "are, is"),
        ("the old lamp by the small windows ___ new and the gulls ___ wet", "is, are"),
        ("the boats" + " near the tower that the sailor painted" * 9 + " ___ blue", "are"),
        ("The Boat", "nothing"),
    ],
)
def test_the_network_fills_the_blanks(sentence, verbs, shown):
    plots_03_sentence.read(lstm_forward, sentence)
    ((_, alt),) = shown
    assert f"The network says {verbs}" in alt


def test_two_blues_in_one_figure_are_told_apart_in_words(shown):
    plots_03_sentence.read(lstm_forward, SENTENCE)
    gates, states, _ = (ax.get_title(loc="left") for ax in shown[0][0].axes)
    assert "bluer, the wider open" in gates
    assert "blue below" in states


def test_every_unit_can_be_looked_at(shown):
    for unit in (1, 2, 3):
        plots_03_sentence.read(lstm_forward, SENTENCE, unit)
    assert [title(fig)[:6] for fig, _ in shown] == ["unit 1", "unit 2", "unit 3"]


def test_a_long_sentence_has_no_numbers_in_its_squares(shown):
    for sentence in (SENTENCE, f"{SENTENCE} and {SENTENCE}"):
        plots_03_sentence.read(lstm_forward, sentence)
    assert [bool(fig.axes[0].texts) for fig, _ in shown] == [True, False]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [("the cat ___ wet", "does not know cat"), ("  ", "needs at least one word")],
)
def test_a_sentence_that_cannot_be_read_gets_a_plain_line(sentence, said, shown, capfd):
    plots_03_sentence.read(lstm_forward, sentence)
    out, err = capfd.readouterr()
    assert said in out
    assert out.count("\n") == 1
    assert err == ""
    assert shown == []


def test_the_known_words_are_printed_in_lines_that_fit(capsys):
    plots_03_sentence.words()
    lines = capsys.readouterr().out.splitlines()
    assert " ".join(lines).split() == plots_03_sentence.network()[1]
    assert max(map(len, lines)) <= 90 <= ready.LINE
