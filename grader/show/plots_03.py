"""The live plots of lesson 03, first half: one cell, its gates, and how long it keeps a number."""

from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes

from grader.show.plots_01 import Array, Function, Parameters, guarded
from grader.show.plotting import COLOURS, expect, figure, misfit, slider

GATES: Final = (("Γ_f", "ft", 4), ("Γ_i", "it", 5), ("c̃", "cct", 6), ("Γ_o", "ot", 7))
"""What a gate or candidate is called in formulas and in code, and its place in the cell's cache."""

STEPS: Final = 12
SPEAKS: Final = (5, 6)
"""The steps at which the candidate of `be_the_gates` is not zero."""

BIASES: Final = (0.0, 1.0, 3.0, 5.0)
LOOKS: Final = ((":", "o"), ("-.", "s"), ("--", "^"), ("-", "D"))


def gates_of(cache: Any, shape: tuple[int, ...], name: str) -> dict[str, Array]:
    """Take the three gates and the candidate out of the cache of one cell, checked.

    Parameters
    ----------
    cache : tuple
        As `lstm_cell_forward` returns it.
    shape : tuple
        (n_a, m)
    name : str
        Of the student's function to blame.

    Returns
    -------
    gates : dict
        ft, it, cct and ot, each (n_a, m)
    """
    if not isinstance(cache, tuple | list) or len(cache) != 10:
        raise misfit(name, "has a cache that is not a tuple of ten entries")
    return {code: expect(cache[at], shape, name, code) for _, code, at in GATES}


def one_gate(letter: str, weights: Any, bias: Any) -> Parameters:
    """Name the weights (n_a, n_a + n_x) and bias (n_a, 1) of one gate as the cell reads them."""
    return {f"W{letter}": np.array(weights, float), f"b{letter}": np.array(bias, float)}


@guarded
def one_step(
    cell: Function, xt: Array, a_prev: Array, c_prev: Array, parameters: Parameters
) -> None:
    """Draw what `cell` makes of one unit in one step: gates, both states, prediction.

    Parameters
    ----------
    cell : callable
        The student's `lstm_cell_forward`.
    xt : ndarray, shape (n_x, 1)
    a_prev, c_prev : ndarray, shape (1, 1)
    parameters : dict
    """
    n_y = len(parameters["by"])
    a_next, c_next, yt_pred, cache = cell(xt, a_prev, c_prev, parameters)
    name = "lstm_cell_forward"
    a, c = (expect(v, (1, 1), name, w) for v, w in ((a_next, "a_next"), (c_next, "c_next")))
    prediction = expect(yt_pred, (n_y, 1), name, "yt_pred")
    gates = {code: float(v[0, 0]) for code, v in gates_of(cache, (1, 1), name).items()}
    kept, new = gates["ft"] * float(c_prev[0, 0]), gates["it"] * gates["cct"]
    fits = "is" if np.isclose(c[0, 0], kept + new) else "is NOT"
    alt = (
        f"Bars: the three gates and the candidate; your c⟨t⟩, which {fits} kept + new; a⟨t⟩; ŷ⟨t⟩."
    )
    with figure(9, 3.2, 1, 3, alt=alt, width_ratios=[4, 5, 2.6]) as (_, (left, middle, right)):
        blue, purple, orange = COLOURS["gate"], COLOURS["c"], COLOURS["a"]
        labels = [sign for sign, _, _ in GATES]
        _bars(left, labels, list(gates.values()), [blue, blue, purple, blue], ["", "", "//", ""])
        left.set(title="your gates and candidate", xlabel="from the cache", ylabel="value")
        states = [kept, new, float(c[0, 0]), float(a[0, 0])]
        labels = ["Γ_f ⊙ c⟨t−1⟩\nkept", "Γ_i ⊙ c̃\nnew", "c⟨t⟩", "a⟨t⟩"]
        _bars(middle, labels, states, [purple, purple, purple, orange], ["..", "//", "", ""])
        middle.set(title=f"your c⟨t⟩ {fits} kept + new", ylabel="value")
        middle.set_xlabel("two paths into the cell state, two new states")
        labels = [f"class {k + 1}" for k in range(n_y)]
        _bars(right, labels, prediction[:, 0].tolist(), [COLOURS["y_hat"]] * n_y, [""] * n_y)
        right.set(title=f"adds up to {prediction.sum():.2f}", xlabel="class", ylabel="ŷ⟨t⟩")


def _bars(
    ax: Axes, labels: list[str], heights: list[float], colours: list[str], hatches: list[str]
) -> None:
    ax.axhline(0, color=COLOURS["parameter"], linewidth=0.8)
    places = range(len(heights))
    bars = ax.bar(places, heights, 0.65, color=colours, hatch=hatches, edgecolor=COLOURS["ink"])
    ax.bar_label(bars, [f"{height:.2f}" for height in heights], size=9, padding=2)
    ax.set_xticks(places, labels)
    ax.margins(y=0.15)


@guarded
def be_the_gates(cell: Function) -> None:
    """Draw both states of one unit over twelve steps; sliders hold the gates and the candidate.

    The unit starts with c = 1. The candidate comes at steps 5 and 6 and is zero at the others.

    Parameters
    ----------
    cell : callable
        The student's `lstm_cell_forward`.
    """

    def draw(
        Γ_f: float = 0.95, Γ_i: float = 0.6, Γ_o: float = 0.5, candidate: float = -0.8
    ) -> None:
        _be_the_gates(cell, Γ_f, Γ_i, Γ_o, candidate)

    ends = (0.01, 0.99, 0.01)
    slider(draw, Γ_f=ends, Γ_i=ends, Γ_o=ends, candidate=(-0.9, 0.9, 0.1))


def _be_the_gates(cell: Function, Γ_f: float, Γ_i: float, Γ_o: float, candidate: float) -> None:
    parameters = {"Wy": np.zeros((2, 1)), "by": np.zeros((2, 1))}
    for letter, gate in (("f", Γ_f), ("i", Γ_i), ("o", Γ_o)):
        parameters |= one_gate(letter, [[0, 0]], [[np.log(gate / (1 - gate))]])
    parameters |= one_gate("c", [[0, np.arctanh(candidate)]], [[0]])
    a, c = np.zeros((1, 1)), np.ones((1, 1))
    states = [(0.0, 1.0)]
    for t in range(1, STEPS + 1):
        xt = np.full((1, 1), float(t in SPEAKS))
        a_next, c_next, _, _ = cell(xt, a, c, parameters)
        a = expect(a_next, (1, 1), "lstm_cell_forward", "a_next")
        c = expect(c_next, (1, 1), "lstm_cell_forward", "c_next")
        states.append((float(a[0, 0]), float(c[0, 0])))
    _draw_states(np.array(states), f"Γ_f = {Γ_f:.2f}, Γ_i = {Γ_i:.2f}, Γ_o = {Γ_o:.2f}", candidate)


def _draw_states(states: Array, gates: str, candidate: float) -> None:
    """Draw the states, shape (steps + 1, 2): column 0 is a, column 1 is c."""
    a, c = states.T
    steps = np.arange(len(states))
    coming = f"c̃ = {candidate:.1f} at steps {SPEAKS[0]} and {SPEAKS[-1]}"
    alt = f"c⟨t⟩ and a⟨t⟩ over {STEPS} steps, {gates}, {coming}: c goes from 1 to {c[-1]:.2f}."
    with figure(8, 3.6, alt=alt) as (_, ax):
        ax.axhline(0, color=COLOURS["parameter"], linewidth=0.8)
        words = {"color": COLOURS["edge"], "hatch": "//", "edgecolor": COLOURS["ink"]}
        ax.bar(SPEAKS, [candidate] * len(SPEAKS), 0.5, label="candidate c̃", **words)
        ax.plot(steps, c, "s-", color=COLOURS["c"], label="cell state c⟨t⟩")
        ax.plot(steps[1:], a[1:], "o--", color=COLOURS["a"], label="hidden state a⟨t⟩")
        for t in (4, 7, STEPS):
            beside = (0, -15 if c[t] < 0 else 7)
            look: Any = {"textcoords": "offset points", "ha": "center", "size": 9}
            ax.annotate(f"{c[t]:.2f}", (t, c[t]), beside, **look)
        ax.set(xlabel="step t", ylabel="value", ylim=(-3, 3), xticks=steps)
        ax.set_title(f"{gates}; {coming}")
        ax.legend(loc="lower left", ncols=3)


@guarded
def keep(forward: Function, T_x: int = 60) -> None:
    """Draw how long four units keep a number; they differ in the bias of the forget gate alone.

    Parameters
    ----------
    forward : callable
        The student's `lstm_forward`.
    """
    n_a = len(BIASES)
    parameters = {"Wy": np.zeros((2, n_a)), "by": np.zeros((2, 1))}
    for letter in "fio":
        parameters |= one_gate(letter, np.zeros((n_a, n_a + 1)), np.zeros((n_a, 1)))
    parameters["bf"] = np.array(BIASES).reshape(-1, 1)
    reads_x = np.eye(n_a + 1)[-1]
    parameters |= one_gate("c", np.tile(2 * reads_x, (n_a, 1)), np.zeros((n_a, 1)))
    x = np.eye(1, T_x).reshape(1, 1, T_x)
    _, _, c, _ = forward(x, np.zeros((n_a, 1)), parameters)
    kept = expect(c, (n_a, 1, T_x), "lstm_forward", "c")[:, 0]
    if (kept[:, 0] == 0).any():
        raise misfit("lstm_forward", "writes nothing into c at the first step")
    _draw_kept(kept / kept[:, :1])


def _draw_kept(kept: Array) -> None:
    """Draw the share of c that is left, shape (units, T_x)."""
    T_x = kept.shape[1]
    ends = ", ".join(f"{share:.2g}" for share in kept[:, -1])
    alt = f"The share of c that is left, log scale; after {T_x - 1} steps: {ends}."
    with figure(8, 3.6, alt=alt) as (_, ax):
        steps = np.arange(T_x)
        for bias, share, (line, marker) in zip(BIASES, kept, LOOKS, strict=True):
            gate = 1 / (1 + np.exp(-bias))
            look: Any = {"linestyle": line, "marker": marker, "markevery": 6, "color": COLOURS["c"]}
            ax.plot(steps, np.abs(share), label=f"{bias:g}, so Γ_f = {gate:.3f}", **look)
        ax.axhline(0.5, color=COLOURS["parameter"], linewidth=1)
        ax.annotate("half", (T_x - 1, 0.5), xytext=(0, -11), textcoords="offset points", size=9)
        ax.set(yscale="log", ylim=(1e-4, 1.6), xlabel="steps since the number was written")
        ax.set(ylabel="share of c that is left", title="one number, four forget gates")
        ax.grid(True)
        ax.legend(title="forget bias", loc="center left", bbox_to_anchor=(1, 0.5))
