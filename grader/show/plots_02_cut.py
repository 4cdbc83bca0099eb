"""The second half of lesson 02's live plots: what is lost when the future's path is cut."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from grader.show.plots_02 import Array, Function, Sequence, gradient, run
from grader.show.plotting import COLOURS, figure, when_ready, whole_steps
from grader.show.training import future_cut, recall_losses

WEIGHTS = ("dWax", "dWaa", "dba", "da0")


def cut_one_path(
    rnn_forward: Function,
    rnn_cell_backward: Function,
    rnn_backward: Function,
    sequence: Sequence,
) -> None:
    """Draw the gradient with both paths beside the one without the path from the future."""
    functions = (rnn_forward, rnn_cell_backward, rnn_backward)
    when_ready(_draw_cut, *functions, sequence=sequence)


def cut_and_learn(
    rnn_forward: Function, rnn_cell_backward: Function, rnn_backward: Function
) -> None:
    """Train small networks to remember a letter for six steps, with and without the future."""
    when_ready(_draw_learning, rnn_forward, rnn_cell_backward, rnn_backward)


def _draw_cut(
    rnn_forward: Function,
    rnn_cell_backward: Function,
    rnn_backward: Function,
    *,
    sequence: Sequence,
) -> None:
    a, caches = run(rnn_forward, sequence)
    da = np.random.default_rng(2).normal(size=a.shape)
    cut = future_cut(rnn_cell_backward, da.copy(), caches)
    both = rnn_backward(da.copy(), caches)
    full = {name: gradient(both, name, sequence) for name in ("dx", *WEIGHTS)}
    gaps = {name: _gap(full[name], cut[name]) for name in WEIGHTS}
    if max(gaps.values()) < 1e-9:
        print("The two are the same: your rnn_backward does not add the gradient from the future.")
    alt = "Bars: dx at every step and the part the cut takes away; how far the others are off."
    with figure(9, 3.4, 1, 2, alt=alt, width_ratios=(3, 2)) as (_, (left, right)):
        _draw_sizes(left, full["dx"], cut["dx"])
        drawn = right.barh(range(len(gaps)), [100 * g for g in gaps.values()], height=0.6)
        for bar in drawn:
            bar.set(facecolor=COLOURS["gradient"], hatch="//", edgecolor=COLOURS["paper"])
        right.bar_label(drawn, fmt="%.0f %%", size=9, padding=3)
        right.set_yticks(range(len(gaps)), list(gaps))
        right.invert_yaxis()
        right.margins(x=0.2)
        right.set(xlabel="error of the cut gradient, in %", title="what the optimiser would get")


def _draw_sizes(ax: Axes, full: Array, cut: Array) -> None:
    steps = np.arange(full.shape[2])
    size = {"both paths": full, "missing without the future": full - cut}
    looks: list[dict[str, Any]] = [
        {"color": COLOURS["gradient"]},
        {"color": COLOURS["edge"], "hatch": "//", "edgecolor": COLOURS["ink"]},
    ]
    for shift, (label, dx), look in zip((-0.2, 0.2), size.items(), looks, strict=True):
        ax.bar(steps + shift, np.sqrt((dx**2).sum(axis=(0, 1))), 0.38, label=label, **look)
    ax.margins(y=0.25)
    ax.legend(loc="upper right", ncols=2)
    ax.set(xlabel="step t", ylabel="size of dx", title="dx, and what the cut takes from it")
    whole_steps(ax, len(steps))


def _gap(full: Array, cut: Any) -> float:
    return float(np.abs(full - cut).max() / (np.abs(full).max() or 1.0))


def _draw_learning(
    rnn_forward: Function, rnn_cell_backward: Function, rnn_backward: Function
) -> None:
    def cut(da: Array, caches: Any) -> Any:
        return future_cut(rnn_cell_backward, da, caches)

    ways = (
        ("both paths", rnn_backward, COLOURS["gradient"], "-"),
        ("future cut", cut, COLOURS["ink"], "--"),
    )
    curves = {
        name: [recall_losses(rnn_forward, way, s) for s in range(4)] for name, way, _, _ in ways
    }
    alt = "Loss against turns of training: with both paths it falls to 0, with the cut it does not."
    with figure(8, 3.4, alt=alt) as (_, ax):
        for name, _, colour, line in ways:
            for losses in curves[name]:
                ax.plot(losses, line, color=colour, alpha=0.35, linewidth=1)
            ax.plot(np.mean(curves[name], axis=0), line, color=colour, label=f"{name}, mean")
            print(f"{name}: loss after training", *(f"{losses[-1]:.2f}" for losses in curves[name]))
        ax.axhline(np.log(4), color=COLOURS["parameter"], linestyle=":", linewidth=1)
        ax.annotate("guessing", (0, np.log(4)), (4, 4), textcoords="offset points", size=9)
        ax.set(xlabel="turns of gradient descent", ylabel="loss", ylim=(0, 1.7))
        ax.set_title(
            "Which letter stood there five steps ago? Four networks, each trained both ways"
        )
        ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
