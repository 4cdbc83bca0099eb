"""The live plots of lesson 01, first half: what one cell adds up, and what its past changes."""

import functools
from collections.abc import Callable, Mapping
from typing import Any, Final, ParamSpec

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from grader.show.plotting import COLOURS, expect, figure, slider, when_ready

Asked = ParamSpec("Asked")
Array = NDArray[np.float64]
Parameters = Mapping[str, Array]
Function = Callable[..., Any]

TERMS: Final = (
    ("from the input", COLOURS["x"], "//"),
    ("from the memory", COLOURS["a"], "\\\\"),
    ("bias", COLOURS["parameter"], ".."),
    ("sum z", COLOURS["edge"], ""),
    ("state a⟨t⟩", COLOURS["a"], ""),
)
PASTS: Final = ((-0.8, "--", "v"), (0.0, ":", "o"), (0.8, "-", "^"))


def guarded(draw: Callable[Asked, None]) -> Callable[Asked, None]:
    """Let a plot answer with one plain line when the student's function is not ready for it."""

    @functools.wraps(draw)
    def asked(*given: Asked.args, **named: Asked.kwargs) -> None:
        when_ready(draw, *given, **named)

    return asked


@guarded
def one_step(cell: Function, xt: Array, a_prev: Array, parameters: Parameters) -> None:
    """Draw the three terms of every unit, their sum, and the state and prediction of `cell`.

    Parameters
    ----------
    cell : callable
        The student's `rnn_cell_forward`.
    xt : ndarray, shape (n_x, 1)
    a_prev : ndarray, shape (n_a, 1)
    parameters : dict
    """
    n_y, n_a = parameters["Wya"].shape
    a_next, yt_pred, _ = cell(xt, a_prev, parameters)
    state = expect(a_next, (n_a, 1), "rnn_cell_forward", "a_next")
    prediction = expect(yt_pred, (n_y, 1), "rnn_cell_forward", "yt_pred")
    terms = [parameters["Wax"] @ xt, parameters["Waa"] @ a_prev, parameters["ba"]]
    total = np.sum(terms, axis=0)
    fits = "is" if np.allclose(state, np.tanh(total)) else "is NOT"
    alt = f"Bars for {n_a} units: three terms, their sum, and a⟨t⟩, which {fits} tanh of the sum."
    with figure(9, 3.6, 1, 2, alt=alt, width_ratios=[3, 1]) as (_, (left, right)):
        left.axhline(0, color=COLOURS["parameter"], linewidth=0.8)
        for place, ((label, colour, hatch), value) in enumerate(
            zip(TERMS, [*terms, total, state], strict=True)
        ):
            places = np.arange(n_a) + (place - 2) * 0.17
            look = {"color": colour, "hatch": hatch, "label": label}
            _bars(left, places, value[:, 0], "+.2f", width=0.15, **look)
        left.set_xticks(range(n_a), [f"unit {i + 1}" for i in range(n_a)])
        left.set(title=f"your a⟨t⟩ {fits} tanh of the sum", xlabel="unit", ylabel="value")
        left.margins(y=0.15)
        left.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=5, columnspacing=1)
        _bars(right, np.arange(n_y), prediction[:, 0], ".2f", width=0.6, color=COLOURS["y_hat"])
        right.set_xticks(range(n_y), [f"class {k + 1}" for k in range(n_y)])
        right.set(xlabel="class", ylabel="ŷ⟨t⟩", ylim=(0, 1.1))
        right.set_title(f"your ŷ⟨t⟩ adds up to {prediction.sum():.2f}")


def _bars(ax: Axes, places: NDArray[Any], heights: Array, style: str, **look: Any) -> None:
    """Draw bars with their values written at the ends."""
    bars = ax.bar(places, heights, edgecolor=COLOURS["ink"], **look)
    ax.bar_label(bars, [format(height, style) for height in heights], size=9, padding=2)


@guarded
def three_pasts(cell: Function) -> None:
    """Draw the state of a one-unit cell against its input, after three pasts; a slider sets Waa.

    Parameters
    ----------
    cell : callable
        The student's `rnn_cell_forward`.
    """

    def draw(Waa: float = 1.0) -> None:
        _three_pasts(cell, Waa)

    slider(draw, Waa=(-2.0, 2.0, 0.25))


def _three_pasts(cell: Function, Waa: float) -> None:
    x = np.linspace(-3, 3, 61)[np.newaxis]
    parameters = {
        "Wax": np.ones((1, 1)),
        "Waa": np.full((1, 1), Waa),
        "Wya": np.zeros((2, 1)),
        "ba": np.zeros((1, 1)),
        "by": np.zeros((2, 1)),
    }
    curves = []
    for past, _, _ in PASTS:
        a_next, _, _ = cell(x, np.full_like(x, past), parameters)
        curves.append(expect(a_next, x.shape, "rnn_cell_forward", "a_next"))
    at_zero = ", ".join(f"{curve[0, 30]:.2f}" for curve in curves)
    alt = f"Three curves of a⟨t⟩ against x⟨t⟩ with Waa = {Waa:g}; at x = 0 they stand at {at_zero}."
    with figure(7, 3.8, alt=alt) as (_, ax):
        for (past, line, marker), curve in zip(PASTS, curves, strict=True):
            style = {"linestyle": line, "marker": marker, "markevery": 6, "color": COLOURS["a"]}
            ax.plot(x[0], curve[0], label=f"past {past:g}", **style)
        ax.set(xlabel="input x⟨t⟩", ylabel="state a⟨t⟩", ylim=(-1.05, 1.05))
        ax.set_title(f"one unit, Wax = 1, Waa = {Waa:g}")
        ax.grid(True)
        ax.legend(title="a⟨t−1⟩")
