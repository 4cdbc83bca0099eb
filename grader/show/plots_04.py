"""The live plots of lesson 04, first half: which gate takes the blame, and is the gradient right?

Every plot takes the student's own functions, and `sequence` = (x, a0, parameters) with x of shape
(n_x, m, T_x), a0 (n_a, m) and the ten parameters of the LSTM.
"""

from typing import Any, Final

import numpy as np

from grader.show.plots_02 import Array, Function, Sequence, draw_three, measure
from grader.show.plotting import COLOURS, expect, figure, slider, when_ready

GRADIENTS: Final = (*(f"d{kind}{gate}" for kind in "Wb" for gate in "fico"), "da0", "dx")
OLD_CELL_STATE: Final = 0.8
CANDIDATE: Final = 0.6
"""What the one unit of `gate_blame` has kept, and what it might write."""


def gate_blame(lstm_cell_backward: Function) -> None:
    """Draw the four pre-activation gradients of a single unit; sliders open and close its gates.

    Parameters
    ----------
    lstm_cell_backward : callable
        The student's. With one example, its dbf, dbi, dbc and dbo are these gradients.
    """

    def prepare(cell: Function) -> None:
        def draw(Γ_f: float = 0.5, Γ_i: float = 0.5, Γ_o: float = 0.5) -> None:
            _draw_blame(cell, {"f": Γ_f, "i": Γ_i, "o": Γ_o})

        ends = (0.01, 0.99, 0.07)
        slider(draw, Γ_f=ends, Γ_i=ends, Γ_o=ends)

    when_ready(prepare, lstm_cell_backward)


def compare_gradients(
    lstm_forward: Function, lstm_backward: Function, sequence: Sequence, of: str = "dWf"
) -> None:
    """Draw one gradient from the backward pass, the same one measured, and their difference.

    The loss is a weighted sum of all hidden states, with fixed random weights: its direct
    gradient da is then just these weights. The menu chooses the gradient.
    """

    def draw(of: str = of) -> None:
        when_ready(_draw_comparison, lstm_forward, lstm_backward, sequence=sequence, of=of)

    slider(draw, of=list(GRADIENTS))


def run(lstm_forward: Function, sequence: Sequence) -> tuple[Array, Any]:
    """Run the forward pass; return the hidden states, shape (n_a, m, T_x), and the caches."""
    x, a0, parameters = sequence
    a, _, _, caches = lstm_forward(x, a0, parameters)
    return expect(a, (*a0.shape, x.shape[2]), "lstm_forward", "a"), caches


def one_unit(gates: dict[str, float]) -> tuple[Any, ...]:
    """Build the cache of a cell with one unit, one input and one example.

    Parameters
    ----------
    gates : dict
        Γ_f, Γ_i and Γ_o by their letters, each between 0 and 1. The biases lead to these values;
        all weights are zero.
    """
    logits = {gate: np.log(value / (1 - value)) for gate, value in gates.items()}
    logits["c"] = np.arctanh(CANDIDATE)
    parameters = {f"b{gate}": np.full((1, 1), value) for gate, value in logits.items()}
    parameters |= {f"W{gate}": np.zeros((1, 2)) for gate in "fico"}
    parameters |= {"Wy": np.zeros((1, 1)), "by": np.zeros((1, 1))}
    c_next = gates["f"] * OLD_CELL_STATE + gates["i"] * CANDIDATE
    a_next = gates["o"] * np.tanh(c_next)
    numbers = (a_next, c_next, 0.0, OLD_CELL_STATE, gates["f"], gates["i"], CANDIDATE, gates["o"])
    return (*(np.full((1, 1), number) for number in numbers), np.zeros((1, 1)), parameters)


def _draw_blame(lstm_cell_backward: Function, gates: dict[str, float]) -> None:
    cache = one_unit(gates)
    answer = lstm_cell_backward(np.ones((1, 1)), np.ones((1, 1)), cache)
    keys = [*(f"db{gate}" for gate in "fico"), "dc_prev"]
    *blame, dc_prev = (
        float(expect(answer.get(key), (1, 1), "lstm_cell_backward", key)[0, 0]) for key in keys
    )
    dc = dc_prev / gates["f"]  # the student's own dc, read off equation (4.9)
    before = (dc * OLD_CELL_STATE, dc * CANDIDATE, dc * gates["i"], np.tanh(cache[1][0, 0]))
    names = [f"dγ_{gate}" for gate in "fico"]
    found = ", ".join(f"{name} {value:.2f}" for name, value in zip(names, blame, strict=True))
    alt = f"Bars. Gates: {', '.join(f'Γ_{k} {v:.2f}' for k, v in gates.items())}. Blame: {found}."
    with figure(9, 3.8, 1, 2, alt=alt, width_ratios=[2, 3]) as (_, (left, right)):
        values = [gates["f"], gates["i"], CANDIDATE, gates["o"]]
        colours = [COLOURS["gate"], COLOURS["gate"], COLOURS["c"], COLOURS["gate"]]
        bars = left.bar(range(4), values, 0.6, color=colours, edgecolor=COLOURS["ink"])
        bars[2].set_hatch("..")
        left.bar_label(bars, fmt="%.2f", size=9, padding=2)
        left.set_xticks(range(4), ["Γ_f", "Γ_i", "c̃", "Γ_o"])
        left.set(ylim=(0, 1.15), xlabel="gate or candidate", ylabel="value", title="forward")
        look: dict[str, Any] = {"fill": False, "edgecolor": COLOURS["ink"], "linestyle": "--"}
        right.bar(range(4), before, 0.8, label="of the gate or the candidate", **look)
        look = {"color": COLOURS["gradient"], "edgecolor": COLOURS["ink"]}
        bars = right.bar(range(4), blame, 0.5, label="of its pre-activation: yours", **look)
        right.bar_label(bars, fmt="%.2f", size=9, padding=2)
        right.set_xticks(range(4), names)
        right.set(ylim=(min(0.0, *blame) * 1.2, max(2.1, *blame)), ylabel="gradient")
        right.set_xlabel("pre-activation")
        right.set_title(f"backward: dc = {dc:.2f}, dc_prev = {dc_prev:.2f}")
        right.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=2)


def _draw_comparison(
    lstm_forward: Function, lstm_backward: Function, *, sequence: Sequence, of: str
) -> None:
    x, a0, parameters = sequence
    a, caches = run(lstm_forward, sequence)
    da = np.random.default_rng(2).normal(size=a.shape)
    inputs = {"dx": x.copy(), "da0": a0.copy()}
    inputs |= {f"d{name}": value.copy() for name, value in parameters.items()}
    answer = lstm_backward(da.copy(), caches).get(of)
    yours = expect(answer, inputs[of].shape, "lstm_backward", of)

    def loss() -> float:
        moved = {name: inputs["d" + name] for name in parameters}
        states, _ = run(lstm_forward, (inputs["dx"], inputs["da0"], moved))
        return float((da * states).sum())

    draw_three("lstm_backward", of, yours, measure(loss, inputs[of]))
