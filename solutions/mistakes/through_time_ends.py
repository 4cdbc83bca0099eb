"""Known mistakes of both backward sequence functions: one end counted twice or not at all."""

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.through_time import LSTM, RNN, Names, Network, both
from solutions.mistakes.through_time_sums import GROUPS, growing, grown

ONCE = "The sums start with zeros, and each of the T_x steps is added once."

WHOLE = ("sums", "the sums of weights and biases", lambda network: network.sums)


def at_first(outputs: Names) -> Names:
    """Leave out what the first step has no share in."""
    return lambda network: tuple(name for name in outputs(network) if name in network.at_first)


TWICE_OR_NEVER = tuple(
    mistake
    for group, name, outputs in (WHOLE, *GROUPS)
    for id, times, step, when, what in (
        ("last-step-twice-in-the", 1, "last", "t == T_x - 1", "start with the last step"),
        ("first-step-twice-in-the", 1, "first", "t == 0", "hold the first step twice"),
        ("last-step-missing-in-the", -1, "last", "t == T_x - 1", "lack the last step"),
        ("first-step-missing-in-the", -1, "first", "t == 0", "lack the first step"),
    )
    for mistake in both(
        f"{id}-{group}",
        family="accumulation",
        old=growing,
        new=grown(outputs, f"{{total}} + {{step}} * (1 + {times} * ({when}))"),
        title=f"{name} {what}"
        + (", and the loop adds it again" if what.startswith("start") else ""),
        hints=(
            f"How many times does the {step} step come into your sums?",
            "Look at what the sums start with, and at the first and last turn of the loop.",
            ONCE,
        ),
        reread="left",
        spoils=outputs if step == "last" else at_first(outputs),
    )
)


def spread(network: Network, names: tuple[str, ...]) -> str:
    """Give the lines in which flat sums are added to the columns of some biases."""
    return network.grown(names, "{total} + {step}.sum(axis=1)")


def spread_out(network: Network, id: str, names: tuple[str, ...], title: str) -> Mistake:
    return Mistake(
        id,
        network.of,
        "shape",
        network.growing,
        spread(network, names),
        title,
        (
            "What is the shape of a bias, and so of its gradient?",
            "Look at the shape of what is added to the column of zeros: has it two axes?",
            "A bias gradient is a column, (n_a, 1), and so is what each step adds to it.",
        ),
        network.sections["left"],
        names,
    )


SQUARES = tuple(
    spread_out(
        network,
        f"{name}-spread-out",
        (name,),
        f"a flat sum is added to a column, and {name} becomes a square",
    )
    for network in (RNN, LSTM)
    for name in network.biases
)

ALL_SQUARES = spread_out(
    LSTM,
    "biases-spread-out",
    LSTM.biases,
    "flat sums are added to columns, and each of dbf, dbi, dbc and dbo becomes a square",
)

MISTAKES = (*TWICE_OR_NEVER, *SQUARES, ALL_SQUARES)
