"""The live plot of lesson 03, second half: the gates of a small trained LSTM that reads a sentence.

Its parameters lie in grader/data/agreement.npz; solutions/train_agreement.py has trained them.
"""

from functools import cache
from importlib import resources
from textwrap import fill
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from grader.show.plots_01 import Array, Function, Parameters, guarded
from grader.show.plots_03 import GATES, gates_of
from grader.show.plotting import COLOURS, expect, figure, heat_map, misfit, slider
from grader.show.ready import LINE

FILE: Final = resources.files("grader").joinpath("data", "agreement.npz")
NUMBER: Final = 3
"""The unit that holds the number of the subject, counted from 1: plural is above zero."""

ROOM: Final = 20
"""As many words fit side by side with a number in every square."""

BLANK: Final = "___"
OPEN, SAID = (
    LinearSegmentedColormap.from_list(name, [COLOURS["paper"], COLOURS["paper"], COLOURS[name]])
    for name in ("gate", "y_hat")
)
"""Paper at 0, where a heat map has its middle, and a colour at 1."""


@cache
def network() -> tuple[Parameters, list[str], list[str]]:
    """Load the parameters, the words that the network knows, and the classes that it tells apart.

    Returns
    -------
    parameters : dict
        As `lstm_forward` takes it.
    words : list of str
        Word k is the one-hot column k.
    verbs : list of str
        "is", "are" and "–" for no verb.
    """
    with FILE.open("rb") as file, np.load(file) as stored:
        arrays = {name: stored[name] for name in stored.files}
    words, verbs = (arrays.pop(name).tolist() for name in ("words", "verbs"))
    return arrays, words, verbs


def words() -> None:
    """Print the words that the network knows."""
    print(fill(" ".join(network()[1]), LINE))


def encode(sentence: str) -> Array:
    """Turn a sentence into one-hot columns, shape (n_x, 1, T_x).

    Raises
    ------
    ValueError
        If a word is unknown, or there is none; the text says so in one sentence.
    """
    known, said = network()[1], sentence.lower().split()
    strange = [word for word in said if word not in known]
    if strange or not said:
        what = f"does not know {', '.join(strange)}" if strange else "needs at least one word"
        raise ValueError(f"The network {what}. Print its words with sentences.words().")
    return np.eye(len(known))[[known.index(word) for word in said]].T[:, np.newaxis]


def read(forward: Function, sentence: str, unit: int = NUMBER) -> None:
    """Draw gates, candidate and states of a unit at every word, and what the network says.

    Parameters
    ----------
    forward : callable
        The student's `lstm_forward`.
    sentence : str
        Words of the network, with ``___`` in place of each verb.
    unit : int
        The one to start from, counted from 1; a menu offers the others.
    """
    try:
        x = encode(sentence)
    except ValueError as error:
        print(fill(str(error), LINE))
        return
    _read(forward, x, sentence.lower().split(), unit)


@guarded
def _read(forward: Function, x: Array, said: list[str], unit: int) -> None:
    parameters, _, verbs = network()
    rows, y_pred = _run(forward, x, parameters)

    def draw(unit: int = unit) -> None:
        _draw(rows[unit - 1], y_pred, said, verbs, unit)

    slider(draw, unit=[u + 1 for u in range(len(rows))])


def _run(forward: Function, x: Array, parameters: Parameters) -> tuple[Array, Array]:
    """Read one sentence.

    Returns
    -------
    rows : ndarray, shape (n_a, 6, T_x)
        Γ_f, Γ_i, Γ_o, c̃, c and a of every unit.
    y_pred : ndarray, shape (n_y, T_x)
    """
    name, T_x = "lstm_forward", x.shape[2]
    n_y, n_a = parameters["Wy"].shape
    own = {key: value.copy() for key, value in parameters.items()}
    a, y, c, caches = forward(x, np.zeros((n_a, 1)), own)
    states = [expect(v, (n_a, 1, T_x), name, what)[:, 0] for v, what in ((c, "c"), (a, "a"))]
    y_pred = expect(y, (n_y, 1, T_x), name, "y")[:, 0]
    steps: Any = caches[0]
    if len(steps) != T_x:
        raise misfit(name, f"keeps {len(steps)} caches, where {T_x} belong, one a step")
    gates = [gates_of(step, (n_a, 1), name) for step in steps]
    series = {code: np.hstack([gate[code] for gate in gates]) for _, code, _ in GATES}
    return np.stack([*(series[code] for code in ("ft", "it", "ot", "cct")), *states], 1), y_pred


def _draw(rows: Array, y_pred: Array, said: list[str], verbs: list[str], unit: int) -> None:
    columns = ["blank" if word == BLANK else word for word in said]
    if len(said) > 2 * ROOM:  # labels would overlap: the subject and the blanks are enough
        columns = [word if t == 1 or word == "blank" else "" for t, word in enumerate(columns)]
    answers = [verbs[best] for best in y_pred[:, np.array(said) == BLANK].argmax(axis=0)]
    alt = f"Heat maps of unit {unit}, word by word: gates, candidate, both states, and the verbs. "
    alt += f"The network says {', '.join(answers) or 'nothing, as there is no blank'}."
    few = len(said) <= ROOM
    with figure(9, 5.4, 3, 1, alt=alt, height_ratios=[3, 3, len(verbs)]) as (fig, axes):
        heat_map(axes[0], rows[:3], limit=1.0, numbers=".2f" if few else False, cmap=OPEN)
        heat_map(axes[1], rows[3:], limit=2.0, numbers="+z.1f" if few else False)
        heat_map(axes[2], y_pred, limit=1.0, numbers=".2f" if few else False, cmap=SAID)
        _label(axes[0], "gate", ["Γ_f  keep?", "Γ_i  write?", "Γ_o  show?"])
        _label(axes[1], "state", ["candidate c̃", "cell state c", "hidden state a"])
        _label(axes[2], "verb", verbs)
        axes[0].set_title(f"unit {unit}, its gates: the bluer, the wider open, from 0 to 1")
        axes[1].set_title(
            f"unit {unit}, what it could write, holds and shows: orange above zero, blue below"
        )
        axes[2].set_title(
            "ŷ⟨t⟩ of the whole network, which verb belongs here (– none): green for 1"
        )
        for ax in axes:
            ax.set_xticks(range(len(said)), [""] * len(said))
        axes[2].set_xticks(range(len(said)), columns, rotation=50, ha="right")
        axes[2].set_xlabel("word")
        fig.align_ylabels(axes)


def _label(ax: Axes, what: str, rows: list[str]) -> None:
    ax.set_yticks(range(len(rows)), rows)
    ax.set_ylabel(what)
    ax.tick_params(length=0)
