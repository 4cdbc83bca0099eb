"""The live plots of lesson 01, second half: what a whole sequence leaves in the memory."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from grader.show.plots_01 import Array, Function, Parameters, guarded
from grader.show.plotting import COLOURS, expect, figure, heat_map, slider, whole_steps

RIPPLE: Final = LinearSegmentedColormap.from_list(
    "ripple", [COLOURS["paper"], COLOURS["paper"], COLOURS["a"]]
)
"""Paper for no change, orange for a large one."""


@guarded
def hidden_states(
    forward: Function, x: Array, a0: Array, parameters: Parameters, example: int = 1
) -> None:
    """Draw the memory of one example as a heat map, a0 included, with the predictions below.

    Parameters
    ----------
    forward : callable
        The student's `rnn_forward`.
    x : ndarray, shape (n_x, m, T_x)
    a0 : ndarray, shape (n_a, m)
    parameters : dict
    example : int
        Counted from 1.
    """
    column = example - 1
    a, y_pred = _run(forward, x, a0, parameters)
    T_x = x.shape[2]
    memory = np.column_stack([a0[:, column], a[:, column]])
    alt = f"Heat map of {len(memory)} units over steps 0 to {T_x}; below, bars of the predictions."
    with figure(9, 4.6, 2, 1, alt=alt, sharex=True, height_ratios=[5, 2]) as (_, (top, below)):
        heat_map(top, memory, limit=1.0)
        top.axvline(0.5, color=COLOURS["ink"], linewidth=1.5)
        top.set_yticks(range(len(memory)), [str(i + 1) for i in range(len(memory))])
        top.set(title=f"hidden states of example {example}: a0, then your a", ylabel="unit")
        _shares(below, y_pred[:, column])
        below.set(title="your predictions: the share of each class", ylabel="ŷ⟨t⟩")
        below.set_xlabel("step t")
        whole_steps(below, T_x + 1, first=0)


def _shares(ax: Axes, shares: Array) -> None:
    """Stack the probabilities (n_y, T_x) of every step on one another, step 1 at position 1."""
    n_y, T_x = shares.shape
    foot = np.zeros(T_x)
    for k, share in enumerate(shares):
        look = {"color": COLOURS["y_hat"], "alpha": 1 - 0.7 * k / n_y, "hatch": "//" * k}
        ax.bar(np.arange(1, T_x + 1), share, 0.8, foot, label=f"class {k + 1}", ec="black", **look)
        foot = foot + share
    ax.legend(loc="center left")


def _run(forward: Function, x: Array, a0: Array, parameters: Parameters) -> tuple[Array, Array]:
    """Return the states (n_a, m, T_x) and predictions (n_y, m, T_x), with their shapes checked."""
    _, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    # Copies, so that a function that writes into its inputs spoils no later cell.
    private = {name: value.copy() for name, value in parameters.items()}
    a, y_pred, _ = forward(x.copy(), a0.copy(), private)
    return (
        expect(a, (n_a, m, T_x), "rnn_forward", "a"),
        expect(y_pred, (n_y, m, T_x), "rnn_forward", "y_pred"),
    )


@guarded
def ripple(forward: Function, x: Array, a0: Array, parameters: Parameters) -> None:
    """Draw how far every state moves when x changes at one step of one example.

    Parameters
    ----------
    forward : callable
        The student's `rnn_forward`.
    x : ndarray, shape (n_x, m, T_x)
    a0 : ndarray, shape (n_a, m)
    parameters : dict
    """
    _, m, T_x = x.shape

    def draw(step: int = min(4, T_x), example: int = min(2, m)) -> None:
        _ripple(forward, x, a0, parameters, (example - 1, step - 1))

    slider(draw, step=(1, T_x), example=(1, m))


def _ripple(
    forward: Function, x: Array, a0: Array, parameters: Parameters, place: tuple[int, int]
) -> None:
    changed = x.copy()
    changed[:, *place] += 1.0
    before, _ = _run(forward, x, a0, parameters)
    after, _ = _run(forward, changed, a0, parameters)
    moved = np.abs(after - before).max(axis=0)
    # Only rounding: a product over the whole batch may be added up in another order.
    moved[moved < 1e-12] = 0.0
    rows, steps = np.nonzero(moved)
    example, step = place[0] + 1, place[1] + 1
    title = f"x⟨{step}⟩ of example {example} changed: {len(steps)} of {moved.size} states moved"
    if (rows != place[0]).any() or (steps < place[1]).any():
        title += ", some that should not"
    elif len(steps) < moved.shape[1] - place[1]:
        title += ", fewer than should"
    with figure(9, 2.9, alt=title) as (_, ax):
        heat_map(ax, moved, numbers=False, cmap=RIPPLE)
        ax.spines[:].set_visible(True)
        for (row, column), value in np.ndenumerate(moved):
            text = f"{value:.2g}" if value else "0"
            ax.text(column, row, text, ha="center", va="center", size=9)
        corner = (place[1] - 0.48, place[0] - 0.46)
        ax.add_patch(Rectangle(corner, 0.96, 0.92, fill=False, linewidth=2.5, ec=COLOURS["x"]))
        whole_steps(ax, moved.shape[1])
        ax.set_yticks(range(len(moved)), [str(i + 1) for i in range(len(moved))])
        ax.set(title=title, xlabel="step t (numbers: largest change of a unit)", ylabel="example")


@guarded
def paths(forward: Function, x: Array, turn: Array, strengths: Sequence[float]) -> None:
    """Draw the state of two units as a path in the plane, one picture for every strength of Waa.

    Parameters
    ----------
    forward : callable
        The student's `rnn_forward`.
    x : ndarray, shape (1, 1, T_x)
    turn : ndarray, shape (2, 2)
        Waa at strength 1.
    strengths : sequence of float
    """
    rest = {
        "Wax": np.array([[1.5], [0.0]]),
        "Wya": np.zeros((2, 2)),
        "ba": np.zeros((2, 1)),
        "by": np.zeros((2, 1)),
    }
    walks = [
        _run(forward, x, np.zeros((2, 1)), {**rest, "Waa": strength * turn})[0][:, 0]
        for strength in strengths
    ]
    names = ", ".join(f"{strength:g}" for strength in strengths)
    alt = f"Paths of two units after one knock, for the strengths {names} of Waa."
    with figure(9, 3.5, 1, len(walks), squeeze=False, alt=alt) as (_, axes):
        for ax, strength, (first, second) in zip(axes[0], strengths, walks, strict=True):
            ax.plot(first, second, "o-", color=COLOURS["a"], linewidth=1, markersize=3.5)
            ax.plot(first[:1], second[:1], "s", color=COLOURS["x"], markersize=8, label="step 1")
            label, far = f"step {len(first)}", np.hypot(first[-1], second[-1])
            ax.plot(first[-1:], second[-1:], "X", color=COLOURS["ink"], markersize=9, label=label)
            ax.set_title(f"strength {strength:g}\nat the end {far:.2f} from 0")
            ax.set(xlabel="unit 1", ylabel="unit 2", aspect="equal")
            ax.set(xlim=(-1.1, 1.1), ylim=(-1.1, 1.1))
            ax.grid(True)
        axes[0, 0].legend(loc="lower left")
