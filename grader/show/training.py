"""Small things to learn, for the ends of lessons 02 and 04, and the gradient with one path cut."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.show.ready import expect

Array = NDArray[np.float64]
Parameters = dict[str, Array]


def letter_bricks(words: Sequence[str], letters: str) -> tuple[Array, Array]:
    """Turn words into what a network reads and what it should say next.

    Parameters
    ----------
    words : sequence of str
        The m words of the batch.
    letters : str
        All n signs. The first one marks the start and the end, and fills up shorter words.

    Returns
    -------
    x : ndarray, shape (n, m, T_x)
        One-hot: the mark, then the word. T_x is one more than the longest word has letters.
    y : ndarray, shape (n, m, T_x)
        One-hot: the word, then marks. y at step t is x at step t + 1.
    """
    T_x = 1 + max(map(len, words))
    ids = np.array(
        [[letters.index(c) for c in letters[0] + w.ljust(T_x, letters[0])] for w in words]
    )
    bricks = (np.arange(len(letters)).reshape(-1, 1, 1) == ids).astype(float)
    return bricks[:, :, :-1], bricks[:, :, 1:]


def start_parameters(n_x: int, n_a: int, n_y: int, seed: int = 0) -> Parameters:
    """Draw small random weights to start learning from; the biases are zero.

    Waa is drawn so that it neither stretches nor shrinks the hidden state much on average.
    """
    rng = np.random.default_rng(seed)
    return {
        "Wax": rng.normal(size=(n_a, n_x)) * 0.3,
        "Waa": rng.normal(size=(n_a, n_a)) / np.sqrt(n_a),
        "Wya": rng.normal(size=(n_y, n_a)) * 0.1,
        "ba": np.zeros((n_a, 1)),
        "by": np.zeros((n_y, 1)),
    }


def future_cut(rnn_cell_backward: Callable[..., Any], da: Array, caches: Any) -> dict[str, Any]:
    """Sum the cell's gradients over time, and hand nothing back from one step to the step before.

    Returns
    -------
    gradients : dict
        The keys of rnn_backward. They are what it returns when the future is forgotten.
    """
    steps = [rnn_cell_backward(da[:, :, t], caches[0][t]) for t in range(da.shape[2])]
    whole = {name: np.sum([g[name] for g in steps], axis=0) for name in ("dWax", "dWaa", "dba")}
    dx = np.stack([g["dxt"] for g in steps], axis=2)
    return {**whole, "dx": dx, "da0": steps[0]["da_prev"]}


def recall_losses(
    rnn_forward: Callable[..., Any],
    backward: Callable[[Array, Any], Any],
    seed: int,
    T_x: int = 6,
    turns: int = 200,
) -> list[float]:
    """Train a small network to say at the last step which letter it saw at the first.

    Parameters
    ----------
    rnn_forward, backward : callable
        As in lessons 01 and 02.
    seed : int
        Of the weights to start from.

    Returns
    -------
    losses : list of float
        The loss before each of `turns` turns. Guessing among the four letters costs log 4.
    """
    kinds, n_a = 4, 12
    x = np.zeros((kinds + 1, kinds, T_x))
    x[:kinds, :, 0] = y = np.eye(kinds)
    x[kinds, :, 1:] = 1  # a blank at every later step
    p = start_parameters(kinds + 1, n_a, kinds, seed)
    p["Waa"] = 0.6 * p["Waa"]  # a network that forgets quickly, so that remembering is learnt
    losses = []
    for _ in range(turns):
        a, y_pred, caches = rnn_forward(x, np.zeros((n_a, kinds)), p)
        last = expect(y_pred, (kinds, kinds, T_x), "rnn_forward", "y_pred")[:, :, -1]
        losses.append(float(-np.log(last[y == 1]).mean()))
        dz = (last - y) / kinds
        da = np.zeros_like(a)
        da[:, :, -1] = p["Wya"].T @ dz
        g = backward(da, caches)
        g = {k: g[k] for k in ("dWax", "dWaa", "dba")}
        g |= {"dWya": dz @ a[:, :, -1].T, "dby": dz.sum(axis=1, keepdims=True)}
        length = np.sqrt(sum((v**2).sum() for v in g.values()))
        p = {k: p[k] - 0.3 * min(1, 1 / length) * g["d" + k] for k in p}
    return losses


def lstm_start(n_x: int, n_a: int, n_y: int, forget: float = 1.0, seed: int = 0) -> Parameters:
    """Draw random weights of an LSTM to start learning from.

    Parameters
    ----------
    forget : float
        Every entry of the bias bf; all other biases are zero.
    """
    rng = np.random.default_rng(seed)
    p = {f"W{g}": rng.normal(size=(n_a, n_a + n_x)) / np.sqrt(n_a + n_x) for g in "fico"}
    p |= {f"b{gate}": np.zeros((n_a, 1)) for gate in "fico"}
    p |= {"Wy": rng.normal(size=(n_y, n_a)) * 0.1, "by": np.zeros((n_y, 1))}
    return p | {"bf": np.full((n_a, 1), float(forget))}


def marked_numbers(m: int, T_x: int, rng: np.random.Generator) -> tuple[Array, Array]:
    """Draw columns of numbers, two of them marked, and say whether the marked ones add up to > 0.

    Returns
    -------
    x : ndarray, shape (2, m, T_x)
        Row 0: numbers between -1 and 1. Row 1: 1 at two marked steps, one in each half, else 0.
    y : ndarray, shape (2, m)
        One-hot: row 0 for "yes, positive", row 1 for "no".
    """
    x = np.zeros((2, m, T_x))
    x[0] = rng.uniform(-1, 1, size=(m, T_x))
    for first, last in ((0, T_x // 2), (T_x // 2, T_x)):
        x[1, np.arange(m), rng.integers(first, last, size=m)] = 1
    positive = (x[0] * x[1]).sum(axis=1) > 0
    return x, np.array([positive, ~positive], dtype=float)
