"""The live plots of lesson 00, first half: the brick, one-hot columns, sigmoid and softmax."""

import warnings
from collections.abc import Callable
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import LinearSegmentedColormap
from numpy.typing import NDArray

from grader.show.palette import tint
from grader.show.plotting import (
    COLOURS,
    expect,
    figure,
    heat_map,
    slider,
    when_ready,
    whole_steps,
)

Array = NDArray[np.float64]
Formula = Callable[..., Any]

SWITCH: Final = LinearSegmentedColormap.from_list(
    "switch", [COLOURS["paper"], COLOURS["paper"], tint(COLOURS["x"], 0.55)]
)
"""Paper for 0, the blue of inputs for 1."""

DEPTH: Final = np.array([0.5, -0.38])
"""How far one example further back is moved to the right and up on the paper."""


def brick(x: Array) -> None:
    """Draw a batch of sequences as a brick, with a slider that lights one time step.

    Parameters
    ----------
    x : ndarray, shape (n_x, m, T_x)
        Small enough for its slices to be printed.
    """

    def draw(t: int = 2) -> None:
        alt = (
            f"A brick of shape {x.shape} with step {t} lit, and beside it the numbers of that step."
        )
        with figure(9, 3.6, 1, 2, alt=alt, width_ratios=[1.9, 1]) as (_, (left, right)):
            _draw_slabs(left, x.shape, t)
            n_x, m, T_x = x.shape
            left.set_title(f"x: (n_x, m, T_x) = ({n_x}, {m}, {T_x})")
            heat_map(right, np.ones(x.shape[:2]), numbers=False, cmap=SWITCH)
            right.set(xticks=range(m), yticks=range(n_x))
            for example in range(1, m):
                right.axvline(example - 0.5, color=COLOURS["paper"], lw=3)
            for (feature, example), value in np.ndenumerate(x[:, :, t]):
                right.text(example, feature, f"{value:g}", ha="center", va="center", size=11)
            right.set(xlabel="example (axis 1)", ylabel="feature (axis 0)")
            right.set_title(f"x[:, :, {t}]: (n_x, m) = {n_x, m}\nstep {t + 1} in formulas")

    slider(draw, t=(0, x.shape[2] - 1))


def _draw_slabs(ax: Axes, shape: tuple[int, ...], lit: int) -> None:
    """Draw the brick slab by slab, the lit one pulled out of the row."""
    n_x, m, T_x = shape
    sides: list[Array] = []
    fills: list[str] = []
    for t in range(T_x):
        start = np.array([t + 0.5 * (t >= lit) + (0.35 * m + 0.4) * (t > lit), 0.0])
        across, down, strong = np.array([1.0, 0.0]), np.array([0.0, 1.0]), t == lit
        colour, share = COLOURS["x" if strong else "parameter"], 0.5 if strong else 0.14
        for i in reversed(range(m)):
            sides.append(_tile(start + i * DEPTH, across, DEPTH))
            fills.append(tint(colour, 0.55 * share))
            sides += [_tile(start + across + i * DEPTH + k * down, DEPTH, down) for k in range(n_x)]
            fills += [tint(colour, 1.5 * share)] * n_x
        sides += [_tile(start + k * down, across, down) for k in range(n_x)]
        fills += [tint(colour, share)] * n_x
        ax.text(start[0] + 0.5, n_x + 0.12, str(t), ha="center", va="top", size=10)
    ax.add_collection(PolyCollection(sides, facecolors=fills, edgecolors=COLOURS["quiet"], lw=0.7))
    ax.set(xlim=(-0.9, T_x + 0.85 * m + 1), ylim=(n_x + 0.9, m * DEPTH[1] - 0.2), aspect="equal")
    ax.set(xticks=[], yticks=[], xlabel="time t, counted as Python does (axis 2)")
    ax.set_ylabel("feature (axis 0)")
    ax.text(-0.15, 0.6 * m * DEPTH[1], "example\n(axis 1)", ha="center", va="center", size=10)
    ax.spines[:].set_visible(False)


def _tile(corner: Array, one: Array, other: Array) -> Array:
    """Give the four corners of a side of a cube, shape (4, 2)."""
    return np.array([corner, corner + one, corner + one + other, corner + other])


def one_hot_word(one_hot: Formula, word: str) -> None:
    """Draw a word as the student's `one_hot` encodes it, one column a letter."""

    def draw(one_hot: Formula) -> None:
        letters = sorted(set(word))
        n, T_x = len(letters), len(word)
        ids = np.array([[letters.index(letter) for letter in word]])
        x = expect(one_hot(ids, n), (n, 1, T_x), "one_hot", "x")
        alt = f"The word {word} as a table of zeros and ones, a row a symbol and a column a letter."
        with figure(1.6 + 0.7 * T_x, 1.3 + 0.4 * n, alt=alt) as (_, ax):
            heat_map(ax, x[:, 0, :], limit=1, numbers=".0f", cmap=SWITCH)
            whole_steps(ax, T_x)
            ax.set_xticks(range(T_x), [f"{letter}\n{t + 1}" for t, letter in enumerate(word)])
            ax.set_yticks(range(n), [f"{letter} = {k}" for k, letter in enumerate(letters)])
            ax.set(xlabel="letter read at step t", ylabel="symbol", title=f"x[:, 0, :] = {n, T_x}")

    when_ready(draw, one_hot)


def squash(sigmoid: Formula) -> None:
    """Draw the student's `sigmoid` with the points found on paper, and try it at ±800."""

    def draw(sigmoid: Formula) -> None:
        z = np.linspace(-6, 6, 241)
        paper = np.array([-np.log(3), 0, np.log(3)])
        curve = expect(sigmoid(z.copy()), z.shape, "sigmoid", "s")
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always")
            ends = _shaped(sigmoid(np.array([-800.0, 800.0])), (2,), "sigmoid", "s")
        alt = "An S-shaped curve from 0 to 1 through the points 0.25, 0.5 and 0.75 found on paper."
        with figure(7, 3.4, alt=alt) as (_, ax):
            ax.plot(z, curve, color=COLOURS["gate"], label="your sigmoid")
            points = np.array([0.25, 0.5, 0.75])
            ax.plot(paper, points, "o", color=COLOURS["ink"], label="on paper: 0.25, 0.5, 0.75")
            ax.axhline(0, color=COLOURS["edge"], lw=1)
            ax.axhline(1, color=COLOURS["edge"], lw=1)
            ax.set(xlabel="z", ylabel="σ(z)", title="A soft switch", xticks=range(-6, 7, 2))
            ax.legend(loc="upper left", bbox_to_anchor=(0, 0.95))
        said = f"NumPy warned: {heard[0].message}" if heard else "no warning"
        print(f"sigmoid(-800) = {ends[0]:g}, sigmoid(800) = {ends[1]:g}, {said}")

    when_ready(draw, sigmoid)


def shift(softmax: Formula) -> None:
    """Draw softmax and the plain formula for scores that a slider moves up and down together."""
    scores = np.array([[1.0], [3.0], [2.0], [0.0]])

    def draw(softmax: Formula, c: int) -> None:
        z = scores + c
        yours = _shaped(softmax(z.copy()), z.shape, "softmax", "p")
        plain = np.exp(z) / np.exp(z).sum()
        alt = f"Probabilities of four classes with {c} added to every score, by two formulas."
        with figure(9, 3.2, 1, 2, alt=alt, sharey=True) as (_, (left, right)):
            _bars(left, yours, f"your softmax, {c} added to every score", "")
            _bars(right, plain, f"plain formula, {c} added to every score", "//")
            left.set_ylabel("probability")

    def at(c: int = 800) -> None:
        when_ready(draw, softmax, c=c)

    slider(at, c=(-1000, 1000, 100))


def _bars(ax: Axes, p: Array, title: str, hatch: str) -> None:
    """Draw one column of probabilities, with its numbers; nan is written where a bar lacks."""
    fill = tint(COLOURS["y_hat"], 0.5)
    height = np.nan_to_num(p[:, 0])
    ax.bar(range(len(p)), height, color=fill, edgecolor=COLOURS["y_hat"], hatch=hatch)
    for k, value in enumerate(p[:, 0]):
        ax.text(k, height[k] + 0.02, "nan" if np.isnan(value) else f"{value:.3f}", ha="center")
    ax.set(ylim=(0, 1), xticks=range(len(p)), xlabel="class k", title=title)


def _shaped(value: object, shape: tuple[int, ...], name: str, what: str) -> Array:
    """Hand back an array of the right shape; unlike `expect`, let nan and inf be seen."""
    if isinstance(value, np.ndarray) and value.shape == shape:
        return np.asarray(value, dtype=float)
    return expect(value, shape, name, what)
