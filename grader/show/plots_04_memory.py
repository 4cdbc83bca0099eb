"""The live plots of lesson 04, second half: how far back a gradient reaches, and what is kept."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes

from grader.show.plots_02 import Array, Function
from grader.show.plots_02 import run as run_rnn
from grader.show.plots_04 import run as run_lstm
from grader.show.plotting import COLOURS, expect, figure, misfit, when_ready
from grader.show.training import Parameters, lstm_start, marked_numbers, start_parameters

Model = tuple[Parameters, list[float]]

NETWORKS: Final = (
    ("RNN", None, COLOURS["a"], "--", "s"),
    ("LSTM, forget bias 0", 0.0, COLOURS["c"], ":", "o"),
    ("LSTM, forget bias 1", 1.0, COLOURS["c"], "-", "^"),
    ("LSTM, forget bias 3", 3.0, COLOURS["x"], "-.", "D"),
)
N_X, N_A, M, STEPS = 8, 32, 16, 40
SEEDS: Final = range(5)
SHOWN: Final = (1, 10, 20, STEPS)


def gradient_left(
    lstm_forward: Function, lstm_backward: Function, rnn_forward: Function, rnn_backward: Function
) -> None:
    """Draw how much of a gradient is left after up to 40 steps back, for an RNN and three LSTMs.

    The gradient is given at the last step alone. What is measured is the size of dx, k steps
    earlier, as a share of its size at the last step: the geometric mean of five networks.
    """
    when_ready(_draw_left, lstm_forward, lstm_backward, rnn_forward, rnn_backward)


def cut_one_road(lstm_forward: Function, lstm_cell_backward: Function) -> None:
    """Draw the same for one LSTM, forget bias 1: with both roads back, and with one of them cut."""
    when_ready(_draw_roads, lstm_forward, lstm_cell_backward)


def learning_curves(models: Mapping[str, Model | None]) -> None:
    """Draw the losses of trained networks; one that could not be trained is left out.

    Parameters
    ----------
    models : mapping
        By name: (parameters, losses), or None.
    """
    trained = {name: model[1] for name, model in models.items() if model is not None}
    if not trained:
        return  # each of them has said already what it waits for
    looks = zip(("-", "--", ":"), (COLOURS["c"], COLOURS["a"], COLOURS["ink"]), strict=True)
    ends = ", ".join(f"{name} {np.mean(losses[-20:]):.2f}" for name, losses in trained.items())
    with figure(8, 3.4, alt=f"Loss against turns of training. At the end: {ends}.") as (_, ax):
        for (name, losses), (line, colour) in zip(trained.items(), looks, strict=False):
            ax.plot(losses, line, color=colour, alpha=0.3, linewidth=1)
            smooth = np.convolve(losses, np.ones(20) / 20, mode="valid")
            ax.plot(np.arange(len(smooth)) + 19, smooth, line, color=colour, label=name)
        look = {"color": COLOURS["ink"], "linestyle": ":", "linewidth": 1}
        ax.axhline(np.log(2), label="guessing: log 2", **look)
        ax.set(xlabel="turns of training", ylabel="loss", ylim=(0, 1.1))
        ax.set_title("Is the sum of the two marked numbers positive? (strong: mean of 20 turns)")
        ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))


def one_memory(lstm_forward: Function, model: Model | None, T_x: int = 40, seed: int = 3) -> None:
    """Draw the gates and the cell state of the unit that the trained network listens to most."""
    if model is None:
        print("Not yet: this needs the trained LSTM. Run the training cell above first.")
        return
    when_ready(_draw_memory, lstm_forward, parameters=model[0], T_x=T_x, seed=seed)


def share_left(
    run: Callable[..., tuple[Array, Any]],
    forward: Function,
    backward: Function,
    parameters: Parameters,
    seed: int = 0,
) -> Array:
    """Measure |dx| k steps before the last one, as a share of |dx| at the last step.

    Returns
    -------
    left : ndarray, shape (STEPS + 1,)
        left[k] for k = 0, 1, …; left[0] is 1.
    """
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(N_X, M, STEPS + 1))
    a, caches = run(forward, (x, np.zeros((N_A, M)), parameters))
    da = np.zeros_like(a)
    da[:, :, -1] = rng.normal(size=(N_A, M))
    name = getattr(backward, "__name__", "the backward pass")
    dx = expect(backward(da, caches).get("dx"), x.shape, name, "dx")
    sizes = np.sqrt((dx**2).sum(axis=(0, 1)))[::-1]
    if sizes[0] == 0:
        raise misfit(name, "returns a dx of zeros at the step where da is given")
    left: Array = sizes / sizes[0]
    return left


def along(
    lstm_cell_backward: Function, da: Array, caches: Any, *, by_a: bool, by_c: bool
) -> dict[str, Array]:
    """Walk back through a sequence, with da_prev handed on or not, and dc_prev handed on or not.

    Returns
    -------
    gradients : dict
        dx, shape (n_x, m, T_x), alone.
    """
    da_prev = dc_prev = np.zeros(da.shape[:2])
    dx = np.zeros_like(caches[1])
    for t in reversed(range(da.shape[2])):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, caches[0][t])
        da_prev, dc_prev = by_a * g["da_prev"], by_c * g["dc_prev"]
        dx[:, :, t] = expect(g["dxt"], dx.shape[:2], "lstm_cell_backward", "dxt")
    return {"dx": dx}


def _draw_left(
    lstm_forward: Function, lstm_backward: Function, rnn_forward: Function, rnn_backward: Function
) -> None:
    curves: list[Array] = []
    # The LSTMs first: a reader who has written nothing yet should hear of this notebook first.
    for _, bias, *_ in reversed(NETWORKS):
        walks = []
        for seed in SEEDS:
            if bias is None:
                start = start_parameters(N_X, N_A, 2, seed)
                walks.append(share_left(run_rnn, rnn_forward, rnn_backward, start, seed))
            else:
                start = lstm_start(N_X, N_A, 2, bias, seed)
                walks.append(share_left(run_lstm, lstm_forward, lstm_backward, start, seed))
        curves.insert(0, _mean(walks))
    looks = {name: look for name, _, *look in NETWORKS}
    left = dict(zip(looks, curves, strict=True))
    _draw_curves(left, looks, "How much of dx is left? (mean of five untrained networks)")


def _draw_roads(lstm_forward: Function, lstm_cell_backward: Function) -> None:
    roads: dict[str, tuple[bool, bool]] = {
        "both roads": (True, True),
        "c alone: da_prev cut": (False, True),
        "a alone: dc_prev cut": (True, False),
    }
    left = {}
    for name, (by_a, by_c) in roads.items():
        walk = partial(along, lstm_cell_backward, by_a=by_a, by_c=by_c)
        left[name] = _mean(
            share_left(run_lstm, lstm_forward, walk, lstm_start(N_X, N_A, 2, 1.0, seed), seed)
            for seed in SEEDS
        )
    looks = dict(zip(left, (NETWORKS[2][2:], NETWORKS[3][2:], NETWORKS[0][2:]), strict=True))
    _draw_curves(left, looks, "LSTM, forget bias 1: how much of dx is left?")


def _mean(walks: Iterable[Array]) -> Array:
    """Take the geometric mean of several curves, entry by entry."""
    mean: Array = np.exp(np.log(np.maximum(list(walks), 1e-300)).mean(axis=0))
    return mean


def _draw_curves(left: Mapping[str, Array], looks: Mapping[str, Any], title: str) -> None:
    """Print and draw what is left after k steps, on a log scale."""
    print(f"{'left after k steps':20}", *(f"{f'k = {k}':>10}" for k in SHOWN))
    for name, curve in left.items():
        print(f"{name:20}", *(f"{curve[k]:10.1e}" for k in SHOWN))
    ends = ", ".join(f"{name} {curve[-1]:.0e}" for name, curve in left.items())
    alt = f"Curves on a log scale of the gradient left, against steps back. After {STEPS}: {ends}."
    with figure(8, 3.9, alt=alt) as (_, ax):
        for name, curve in left.items():
            colour, line, marker = looks[name]
            style = {"color": colour, "linestyle": line, "marker": marker, "markevery": 5}
            ax.plot(curve, label=name, **style)
        ax.set_yscale("log")
        ax.grid(True)
        ax.set(xlabel="steps back", ylabel="share of the gradient left", title=title)
        ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))


def _draw_memory(lstm_forward: Function, *, parameters: Parameters, T_x: int, seed: int) -> None:
    x, y = marked_numbers(1, T_x, np.random.default_rng(seed))
    n_a = parameters["Wy"].shape[1]
    _, y_pred, c, caches = lstm_forward(x, np.zeros((n_a, 1)), parameters)
    unit = int(np.abs(parameters["Wy"][0] - parameters["Wy"][1]).argmax())
    kept = expect(c, (n_a, 1, T_x), "lstm_forward", "c")[unit, 0]
    forget, write = (
        np.array([expect(s[k], (n_a, 1), "lstm_forward", "a gate")[unit, 0] for s in caches[0]])
        for k in (4, 5)
    )
    marked = np.flatnonzero(x[1, 0])
    truth, share = ("yes" if y[0, 0] else "no"), float(np.asarray(y_pred)[0, 0, -1])
    places = " and ".join(str(k + 1) for k in marked)
    alt = f"Gates and cell state of unit {unit + 1}; marks at {places}; c ends at {kept[-1]:.2f}."
    with figure(9, 5.6, 3, 1, alt=alt, sharex=True) as (_, (numbers, gates, state)):
        _draw_numbers(numbers, x[0, 0], marked)
        numbers.set_title(f"positive sum? {truth}. Your network: yes, with probability {share:.2f}")
        steps = np.arange(1, T_x + 1)
        gates.plot(steps, forget, "-", color=COLOURS["gate"], label="forget gate Γ_f")
        gates.plot(steps, write, "s--", color=COLOURS["ink"], label="input gate Γ_i", markersize=4)
        gates.set(ylim=(-0.05, 1.05), ylabel="gate", title=f"the gates of unit {unit + 1}")
        gates.legend(loc="center left", bbox_to_anchor=(1, 0.5))
        state.plot(steps, kept, "-", color=COLOURS["c"], drawstyle="steps-mid")
        state.axhline(0, color=COLOURS["parameter"], linewidth=0.8)
        state.set(xlabel="step t", ylabel="c⟨t⟩", title=f"the cell state of unit {unit + 1}")
        for ax in (gates, state):
            for step in marked + 1:
                ax.axvline(step, color=COLOURS["x"], linestyle=":", linewidth=1.2)


def _draw_numbers(ax: Axes, values: Array, marked: Any) -> None:
    """Draw the numbers of a sequence as bars, the marked ones strong and with their values."""
    bars = ax.bar(np.arange(1, len(values) + 1), values, 0.8, color=COLOURS["edge"])
    for k in marked:
        bars[k].set(facecolor=COLOURS["x"], edgecolor=COLOURS["ink"], hatch="//")
    labels = [f"{value:+.2f}" if k in marked else "" for k, value in enumerate(values)]
    ax.bar_label(bars, labels, size=9, padding=1)
    ax.axhline(0, color=COLOURS["parameter"], linewidth=0.8)
    ax.set(ylim=(-1.4, 1.4), ylabel="number")
