"""Mutants that are right answers: what was changed, and why it changes nothing that was asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Equivalent:
    """Changes of one place of a solution that leave it right.

    `old` stands in the function once; each of `new` may stand there instead.
    """

    function: str
    old: str
    new: tuple[str, ...]
    why: str


ROWS_OF_A = ("a_prev", "c_prev", "c_next", "cct", "da_next", "dc_next", "ft", "it", "ot")
NAMES = ("T_x", "caches", "da", "da_prevt", "dx", "gradients", "m", "n_a", "n_x", "name", "steps")
NAMES += ("sums", "t", "x")
KEYS = ("XXdc0XX", "DC0", "da_prev", "dc_prev", "dxt", "fico")

EQUIVALENT = (
    Equivalent(
        "one_hot",
        "(symbols == ids).astype(float)",
        ("(symbols == ids).astype(None)",),
        "NumPy's default kind of number is float.",
    ),
    Equivalent(
        "one_hot",
        "(symbols == ids).astype(float)",
        ("(symbols == ids)",),
        "True and False count as 1 and 0: what is asked for is right values of any kind.",
    ),
    Equivalent("sigmoid", "z >= 0", ("z > 0",), "At z = 0 both branches give 1/2."),
    Equivalent(
        "softmax",
        "z.max(axis=0, keepdims=True)",
        ("z.max(axis=0, keepdims=False)", "z.max(axis=0, )"),
        "The axis that is lost is the first, and broadcasting puts a first axis back.",
    ),
    Equivalent(
        "softmax",
        "e.sum(axis=0, keepdims=True)",
        ("e.sum(axis=0, keepdims=False)", "e.sum(axis=0, )"),
        "The axis that is lost is the first, and broadcasting puts a first axis back.",
    ),
    Equivalent(
        "numerical_gradient",
        "np.ndindex(x.shape)",
        ("np.ndindex(gradient.shape)",),
        "The gradient was made with the shape of x.",
    ),
    Equivalent("relative_error", "size == 0", ("size <= 0",), "No magnitude is below 0."),
    Equivalent(
        "relative_error",
        "np.abs(a - b)",
        ("np.abs(b - a)",),
        "The distance is the same from either side.",
    ),
    Equivalent(
        "relative_error",
        "max(np.abs(a).max(), np.abs(b).max())",
        ("max(np.abs(b).max(), np.abs(a).max())",),
        "The larger of two numbers, in either order.",
    ),
    Equivalent(
        "lstm_cell_backward",
        "n_a = a_next.shape[0]",
        tuple(f"n_a = {name}.shape[0]" for name in ROWS_OF_A),
        "All of them have n_a rows.",
    ),
    Equivalent(
        "lstm_backward",
        '"dc0": dc_prevt',
        (*(f'"dc0": {name}' for name in NAMES), *(f'"{key}": dc_prevt' for key in KEYS)),
        "Nobody is asked for dc0, an addition of the solution, and further keys are allowed.",
    ),
)


def sources(function: str, source: str) -> dict[str, str]:
    """Write the equivalent mutants of one function: changed source -> why it is right."""
    written = {}
    for entry in EQUIVALENT:
        if entry.function == function:
            if source.count(entry.old) != 1:
                raise ValueError(f"{entry.old!r} does not stand once in {function}")
            written |= {source.replace(entry.old, new): entry.why for new in entry.new}
    return written
