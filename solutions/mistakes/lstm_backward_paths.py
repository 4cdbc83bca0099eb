"""Known mistakes in `lstm_backward`: two gradients, and what the cell is handed of them."""

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.through_time import CARRIED_A, DA, LSTM, every_output

CARRIED_C = '        dc_prevt = gradients["dc_prev"]\n'
ARGUMENTS = f"{DA}, dc_prevt,"
FIRST_TWO = "Look at the first two arguments you hand to lstm_cell_backward."
SECOND = "Look at the second argument you hand to lstm_cell_backward."
DC_ALONE = "dc_next is the dc_prev of step t + 1, and nothing else."
BOTH_ROADS = "da_next is da⟨t⟩ plus da_prev of step t + 1, and dc_next is dc_prev of step t + 1."


def on_the_way(
    id: str, family: str, old: str, new: str, title: str, hints: tuple[str, str, str]
) -> Mistake:
    """Make a mistake that spoils every output."""
    return Mistake(
        id,
        "lstm_backward",
        family,
        old,
        new,
        title,
        hints,
        LSTM.sections["paths"],
        every_output(LSTM),
    )


MISTAKES = (
    on_the_way(
        "cell-state-gradient-not-carried",
        "missing path",
        ARGUMENTS,
        f"{DA}, np.zeros((n_a, m)),",
        "the gradient of the cell state is not carried from step to step",
        (
            "How many states does one step hand to the next in the forward pass?",
            SECOND,
            "dc_next is the dc_prev of step t + 1, and zero only at the last step.",
        ),
    ),
    on_the_way(
        "nothing-carried",
        "missing path",
        ARGUMENTS,
        "da[:, :, t], np.zeros((n_a, m)),",
        "neither of the two gradients from the future arrives",
        ("What does step t + 1 send back to step t?", FIRST_TWO, BOTH_ROADS),
    ),
    on_the_way(
        "neither-gradient-updated",
        "missing path",
        CARRIED_A + CARRIED_C,
        "",
        "both gradients from the future stay zero",
        (
            "What does step t hand back to step t - 1?",
            "Look at what happens to da_prevt and dc_prevt inside the loop.",
            "After each step, they become the da_prev and dc_prev that the cell has returned.",
        ),
    ),
    on_the_way(
        "carried-gradients-swapped",
        "wrong state",
        ARGUMENTS,
        "da[:, :, t] + dc_prevt, da_prevt,",
        "the gradients of hidden state and cell state are swapped",
        (
            "Which of the two gradients belongs to the hidden state?",
            "Look at the first two arguments: equal shapes do not warn you.",
            "da_prev goes to da⟨t⟩, and dc_prev goes in as dc_next.",
        ),
    ),
    on_the_way(
        "hidden-gradient-on-both-roads",
        "wrong state",
        CARRIED_C,
        CARRIED_C.replace('"dc_prev"', '"da_prev"'),
        "da_prev is carried on both roads, and dc_prev on none",
        (
            "How many different gradients does the cell hand back to the step before?",
            "Compare the two lines that keep something for the next turn of the loop.",
            BOTH_ROADS,
        ),
    ),
    on_the_way(
        "cell-gradient-on-both-roads",
        "wrong state",
        CARRIED_A,
        CARRIED_A.replace('"da_prev"', '"dc_prev"'),
        "dc_prev is carried on both roads, and da_prev on none",
        (
            "How many different gradients does the cell hand back to the step before?",
            "Compare the two lines that keep something for the next turn of the loop.",
            BOTH_ROADS,
        ),
    ),
    on_the_way(
        "da-added-to-dc",
        "wrong state",
        ARGUMENTS,
        f"{DA}, da[:, :, t] + dc_prevt,",
        "da is added to the gradient of the cell state as well",
        ("Does the prediction read the cell state directly?", SECOND, DC_ALONE),
    ),
    on_the_way(
        "da-for-dc",
        "wrong state",
        ARGUMENTS,
        f"{DA}, da[:, :, t],",
        "da is handed in as the gradient of the cell state",
        ("Does the prediction read the cell state directly?", SECOND, DC_ALONE),
    ),
    on_the_way(
        "first-argument-twice",
        "wrong state",
        ARGUMENTS,
        f"{DA}, {DA},",
        "the gradient of the hidden state is handed in twice, as that of the cell state too",
        ("Do hidden state and cell state have the same readers?", SECOND, DC_ALONE),
    ),
    on_the_way(
        "dc-added-to-da",
        "wrong state",
        ARGUMENTS,
        f"{DA} + dc_prevt, dc_prevt,",
        "the gradient of the cell state is added to that of the hidden state as well",
        (
            "Which of the two gradients from the future belongs to the hidden state?",
            "Look at the terms of the first argument: there should be two.",
            BOTH_ROADS,
        ),
    ),
)
