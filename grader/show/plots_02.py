"""The live plots of lesson 02: where the gradient goes, and whether it is right.

Every plot takes the student's own functions, and `sequence` = (x, a0, parameters) with x of shape
(n_x, m, T_x), a0 (n_a, m) and the five parameters of the RNN.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
Function = Callable[..., Any]
Sequence = tuple[Array, Array, dict[str, Array]]

GRADIENTS = ("dWaa", "dWax", "dba", "da0", "dx")


def print_gradients(cell_backward: Function, *arguments: Any) -> None:
    """Print what a cell's backward pass returns for `arguments`, one array after the other."""

    def show(cell: Function) -> None:
        for name, value in cell(*arguments).items():
            rows = str(np.round(value, 4) + 0.0).split("\n")
            print(f"{name:8}{np.shape(value)!s:8}", f"\n{'':17}".join(rows))

    when_ready(show, cell_backward)


def gradient_flow(rnn_forward: Function, rnn_backward: Function, sequence: Sequence) -> None:
    """Put da at one step alone, and draw how large dx is at every step.

    The slider chooses the step. The table beside the bars holds the answers for all of them.
    """

    def prepare(forward: Function, backward: Function) -> None:
        sizes = _sizes(forward, backward, sequence)
        last = len(sizes)
        slider(lambda step=last: _draw_flow(sizes, step), step=(1, last))

    when_ready(prepare, rnn_forward, rnn_backward)


def compare_gradients(
    rnn_forward: Function, rnn_backward: Function, sequence: Sequence, of: str = "dWaa"
) -> None:
    """Draw one gradient from the backward pass, the same one measured, and their difference.

    The loss is a weighted sum of all hidden states, with fixed random weights: its direct
    gradient da is then just these weights. The menu chooses the gradient.
    """

    def draw(of: str = of) -> None:
        when_ready(_draw_comparison, rnn_forward, rnn_backward, sequence=sequence, of=of)

    slider(draw, of=list(GRADIENTS))


def run(rnn_forward: Function, sequence: Sequence) -> tuple[Array, Any]:
    """Run the forward pass; return the hidden states, shape (n_a, m, T_x), and the caches."""
    x, a0, parameters = sequence
    a, _, caches = rnn_forward(x, a0, parameters)
    return expect(a, (*a0.shape, x.shape[2]), "rnn_forward", "a"), caches


def gradient(gradients: Any, name: str, sequence: Sequence) -> Array:
    """Pick one array from the answer of rnn_backward, with the shape of what it belongs to."""
    x, a0, parameters = sequence
    like = {"dx": x, "da0": a0}.get(name)
    shape = parameters[name[1:]].shape if like is None else like.shape
    return expect(gradients.get(name), shape, "rnn_backward", name)


def _sizes(rnn_forward: Function, rnn_backward: Function, sequence: Sequence) -> Array:
    """Measure dx for every place where da can be put.

    Returns
    -------
    sizes : ndarray, shape (T_x, T_x)
        sizes[t, s] is the length of dx at step s + 1 when da is 1 at step t + 1 and 0 elsewhere.
    """
    a, caches = run(rnn_forward, sequence)
    sizes = []
    for t in range(a.shape[2]):
        da = np.zeros_like(a)
        da[:, :, t] = 1
        dx = gradient(rnn_backward(da, caches), "dx", sequence)
        sizes.append(np.sqrt((dx**2).sum(axis=(0, 1))))
    return np.array(sizes)


def _draw_flow(sizes: Array, step: int) -> None:
    T_x = len(sizes)
    alt = f"Bars: the size of dx at steps 1 to {T_x} when da is given at step {step} only."
    with figure(9, 3.6, 1, 2, alt=alt) as (_, (bars, table)):
        drawn = bars.bar(range(T_x), sizes[step - 1], color=COLOURS["gradient"], width=0.7)
        bars.bar_label(drawn, [_few(s) for s in sizes[step - 1]], size=9, padding=2)
        top = 1.3 * (sizes.max() or 1.0)
        bars.annotate(
            "da here",
            (step - 1, sizes[step - 1, step - 1] + 0.09 * top),
            (step - 1, 0.93 * top),
            ha="center",
            color=COLOURS["ink"],
            arrowprops={"arrowstyle": "-|>", "linestyle": "--", "color": COLOURS["ink"]},
        )
        bars.set(ylim=(0, top), xlabel="step t", ylabel="size of dx", title="dx for this da")
        whole_steps(bars, T_x)
        heat_map(table, sizes, numbers=".2g")
        table.set(
            xlabel="step t of dx",
            ylabel="step that da was given at",
            title="the same for every choice",
        )
        table.axhspan(step - 1.48, step - 0.52, fill=False, edgecolor=COLOURS["ink"], linewidth=1.6)
        whole_steps(table, T_x)
        table.set_yticks(range(T_x), [str(t + 1) for t in range(T_x)])


def _few(value: float) -> str:
    return "0" if value == 0 else f"{value:.2g}"


def _draw_comparison(
    rnn_forward: Function, rnn_backward: Function, *, sequence: Sequence, of: str
) -> None:
    x, a0, parameters = sequence
    a, caches = run(rnn_forward, sequence)
    da = np.random.default_rng(2).normal(size=a.shape)
    yours = gradient(rnn_backward(da.copy(), caches), of, sequence)
    inputs = {
        "dx": x.copy(),
        "da0": a0.copy(),
        **{f"d{k}": v.copy() for k, v in parameters.items()},
    }

    def loss() -> float:
        moved = {name: inputs["d" + name] for name in parameters}
        states, _ = run(rnn_forward, (inputs["dx"], inputs["da0"], moved))
        return float((da * states).sum())

    draw_three("rnn_backward", of, yours, measure(loss, inputs[of]))


def measure(loss: Callable[[], float], values: Array, h: float = 1e-5) -> Array:
    """Measure the slope of `loss` in every entry of `values`, which is moved and put back."""
    slope = np.zeros_like(values)
    for index in np.ndindex(values.shape):
        kept = values[index]
        values[index] = kept + h
        above = loss()
        values[index] = kept - h
        slope[index] = (above - loss()) / (2 * h)
        values[index] = kept
    return slope


def draw_three(function: str, of: str, yours: Array, measured: Array) -> None:
    """Draw the gradient `of` that `function` returned, the measured one, and their difference."""
    error = np.abs(yours - measured).max() / max(
        np.abs(yours).max(), np.abs(measured).max(), 1e-300
    )
    verdict, size = "they agree" if error < 1e-6 else "they differ", f"relative error {error:.1e}"
    if of == "dx":  # the first example is enough to look at
        yours, measured = yours[:, 0, :], measured[:, 0, :]
    limit = float(max(np.abs(yours).max(), np.abs(measured).max())) or 1.0
    rows, columns = ("input", "step t") if of == "dx" else ("row", "column")
    alt = f"{of} from {function} and measured: {verdict}, {size}."
    with figure(9, 2.9, 1, 3, alt=alt) as (_, axes):
        titles = (f"{of}, yours", f"{of}, measured", f"difference: {verdict}\n{size}")
        numbers = None if yours.shape[1] < 8 else "z.1f"
        for ax, title, values, text in (
            (axes[0], titles[0], yours, numbers),
            (axes[1], titles[1], measured, numbers),
            (axes[2], titles[2], yours - measured, False),
        ):
            heat_map(ax, values, limit=limit, numbers=text)
            ax.set(title=title, xlabel=columns, ylabel=rows)
            if of == "dx":
                ax.set_title(title.replace(of, f"{of} (example 1)"))
                whole_steps(ax, values.shape[1])
        axes[2].spines[:].set_visible(True)  # where nothing differs, paper alone would be left
