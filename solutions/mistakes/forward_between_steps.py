"""Known mistakes of both forward sequence functions: what happens between two steps."""

from dataclasses import dataclass

from solutions.mistakes import lstm_forward_steps, rnn_forward_steps
from solutions.mistakes.mistake import Mistake

APPENDED = "        steps.append(cache)\n"


@dataclass(frozen=True)
class Forward:
    """A sequence function of lesson 01 or 03, and where its prose stands."""

    of: str
    time: str
    spoils: tuple[str, ...]
    two_states: bool


RNN = Forward("rnn_forward", rnn_forward_steps.TIME, rnn_forward_steps.ALL, False)
LSTM = Forward("lstm_forward", lstm_forward_steps.TIME, lstm_forward_steps.ALL, True)


def after_a_step(
    network: Forward, id: str, family: str, line: str, title: str, formula: str
) -> Mistake:
    """Make a mistake in what is handed on to the next step."""
    return Mistake(
        id,
        network.of,
        family,
        APPENDED,
        f"{APPENDED}        {line}\n",
        title,
        (
            "What does the cell at step 2 get as the state of step 1?",
            "Look at what is done to the state between two calls of the cell.",
            formula,
        ),
        network.time,
        network.spoils,
    )


def input_read(network: Forward, id: str, index: str, title: str) -> Mistake:
    return Mistake(
        id,
        network.of,
        "index",
        "x[:, :, t]",
        f"x[:, :, {index}]",
        title,
        (
            "Which input does the first turn of your loop read, and which the last?",
            "Look at the first argument of the cell.",
            "Step t reads x⟨t⟩, the slice of x at the loop's own index.",
        ),
        network.time,
        network.spoils,
    )


def mistakes_of(network: Forward) -> tuple[Mistake, ...]:
    if network.two_states:
        states, hidden = "both states", "hidden state"
        zeros = "a_next, c_next = 0 * a_next, 0 * c_next"
    else:
        states, hidden, zeros = "the state", "state", "a_next = 0 * a_next"
    as_returned = "At the next step goes in what the cell returned, as it is."
    return (
        *(
            after_a_step(
                network,
                f"reset-after-every-{word}-step",
                "initial state",
                f"if (t + 1) % {k} == 0: {zeros}",
                f"after every {word} step zeros are handed on instead of {states}",
                as_returned,
            )
            for k, word in ((2, "second"), (3, "third"))
        ),
        after_a_step(
            network,
            "tanh-between-the-steps",
            "activation",
            "a_next = np.tanh(a_next)",
            f"the {hidden} goes through tanh once more before the next step",
            as_returned,
        ),
        after_a_step(
            network,
            "state-one-turn-late",
            "index",
            "a_next = a[:, :, t - 1] if t else a0",
            f"the cell gets the {hidden} of two steps before",
            as_returned,
        ),
        after_a_step(
            network,
            "first-state-at-every-later-step",
            "wrong state",
            "a_next, c_next = a[:, :, 0], c[:, :, 0]"
            if network.two_states
            else "a_next = a[:, :, 0]",
            f"every later step starts from {states} of step 1",
            as_returned,
        ),
        after_a_step(
            network,
            "a0-added-at-every-step",
            "accumulation",
            "a_next = a_next + a0",
            "a0 is added to the state at every step",
            as_returned,
        ),
        input_read(
            network,
            "first-input-twice",
            "max(t - 1, 0)",
            "the first input is read twice, and each later one a step too late",
        ),
        input_read(
            network,
            "last-input-twice",
            "min(t + 1, T_x - 1)",
            "each input is read one step too early, and the last one twice",
        ),
        input_read(
            network,
            "inputs-counted-from-the-end",
            "-t",
            "x is read at -t: the first input first, then from the last one backwards",
        ),
        Mistake(
            "return-inside-the-loop",
            network.of,
            "order",
            "    return a, ",
            "        return a, ",
            "the function returns after one turn of the loop",
            (
                "How many slices of your a are not zero?",
                "Look at how far the last line of your function is indented.",
                "The loop makes T_x turns, and what it has gathered is returned then.",
            ),
            network.time,
            network.spoils,
        ),
    )


BETWEEN_CELL_STATES: tuple[tuple[str, str, str, str], ...] = (
    (
        "tanh-of-the-cell-state-handed-on",
        "activation",
        "c_next = np.tanh(c_next)",
        "the cell state handed on is passed through tanh between the steps",
    ),
    (
        "tanh-of-both-states-handed-on",
        "activation",
        "a_next, c_next = np.tanh(a_next), np.tanh(c_next)",
        "both states are passed through tanh between the steps",
    ),
    (
        "hidden-state-from-the-cell-state-handed-on",
        "wrong state",
        "a_next = np.tanh(c_next)",
        "tanh of the cell state is handed on in place of the hidden state",
    ),
    (
        "cell-states-added-up",
        "accumulation",
        "c_next = c_next + cache[3]",
        "each new cell state is added to the one before",
    ),
    (
        "hidden-states-added-up",
        "accumulation",
        "a_next = a_next + cache[2]",
        "each new hidden state is added to the one before",
    ),
    (
        "cell-state-one-turn-late",
        "index",
        "c_next = c[:, :, t - 1] if t else cache[3]",
        "the cell gets the cell state of two steps before",
    ),
)

MISTAKES = (
    *mistakes_of(RNN),
    *mistakes_of(LSTM),
    *(
        after_a_step(
            LSTM,
            id,
            family,
            line,
            title,
            "Both states that the cell returned go in at the next step, as they are.",
        )
        for id, family, line, title in BETWEEN_CELL_STATES
    ),
)
