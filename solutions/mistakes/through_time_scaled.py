"""Known mistakes of both backward sequence functions: gradients scaled to a norm, and the last step
gone through before the loop and once more in it."""

from solutions.mistakes.lstm_backward_carried import AS_RETURNED, DC_START, NEWEST
from solutions.mistakes.lstm_backward_paths import on_the_way
from solutions.mistakes.through_time import CARRIED_A, DA, DA_START, LSTM, Network, both
from solutions.mistakes.through_time_cut_short import RETURNED, UNCHANGED
from solutions.mistakes.through_time_paths import BOTH_PATHS

SCALED = "Is a gradient that has been scaled still the slope of the loss?"
LIMIT = "Look for a norm, and for a limit that is set on it."

TO_A_NORM = (
    *both(
        "both-paths-scaled",
        family="scaling",
        old=DA,
        new=f"({DA}) / max(1, np.linalg.norm({DA}))",
        title="the sum of both paths is scaled at every step so that its norm is at most one",
        hints=(SCALED, LIMIT, BOTH_PATHS),
        reread="paths",
    ),
    *both(
        "{kind}-gradient-scaled",
        family="scaling",
        old=CARRIED_A,
        new=CARRIED_A.replace("\n", ' / max(1, np.linalg.norm(gradients["da_prev"]))\n'),
        title="the carried gradient{state} is scaled so that its norm is at most one",
        hints=(SCALED, LIMIT, UNCHANGED),
        reread="paths",
    ),
    on_the_way(
        "cell-gradient-scaled",
        "scaling",
        NEWEST,
        f"{NEWEST} / max(1, np.linalg.norm({NEWEST}))",
        "the carried gradient of the cell state is scaled so that its norm is at most one",
        (SCALED, LIMIT, AS_RETURNED),
    ),
    *(
        mistake
        for limit, word in ((1, "one"), (5, "five"))
        for mistake in both(
            f"everything-scaled-to-{word}-in-the-end",
            family="scaling",
            old=lambda network: f"    return {RETURNED[network.of]}",
            new=lambda network, limit=limit: (
                f"    result = {RETURNED[network.of]}\n"
                "    norm = sum((g**2).sum() for g in result.values()) ** 0.5\n"
                f"    return {{name: g / max(1, norm / {limit}) for name, g in result.items()}}"
            ),
            title=f"all gradients together are scaled to a norm of at most {word} in the end",
            hints=(
                SCALED,
                "Look at the last lines of your function, and for a norm in them.",
                "What is returned are the sums as they are; a limit belongs to the training.",
            ),
            reread="left",
        )
    ),
)


BEFORE_THE_LOOP = tuple(
    mistake
    for letter, what in (("T_x", "steps"), ("m", "examples"))
    for mistake in both(
        f"da-divided-by-{letter}",
        family="scaling",
        old=DA,
        new=f"da[:, :, t] / {letter} + da_prevt",
        title=f"da is divided by {letter} before the cell gets it",
        hints=(
            f"Who takes a mean over the {what}: the loss, or the backward pass?",
            "Look at what is done to da before the cell gets it.",
            "da comes in as it is, and whatever the loss divides by stands in it already.",
        ),
        reread="time",
    )
)


def last_step_first(network: Network, sums: bool) -> str:
    """Give the lines that go through the last step before the loop does."""
    if network is LSTM:
        start = f"    gradients = {network.call('da[:, :, -1]', 'steps[-1]', f'({DC_START})')}\n"
        carried = '    da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]\n'
        kept = "    sums = {name: gradients[name].copy() for name in sums}\n"
    else:
        start = f"    gradients = {network.call('da[:, :, -1]', 'steps[-1]')}\n"
        carried = '    da_prevt = gradients["da_prev"]\n'
        kept = f"    {', '.join(network.sums)} = (gradients[name] for name in {network.sums})\n"
    return start + carried + (kept if sums else "")


def before_the_loop(network: Network) -> str:
    return DA_START + (f"    dc_prevt = {DC_START}\n" if network is LSTM else "")


LAST_STEP_TWICE = tuple(
    mistake
    for id, sums, title in (
        (
            "last-step-twice",
            True,
            "the last step is gone through before the loop and once more in it, and counts twice",
        ),
        (
            "last-step-twice-on-the-way",
            False,
            "what comes back from the last step is carried into the last step once more",
        ),
    )
    for mistake in both(
        id,
        family="accumulation",
        old=before_the_loop,
        new=lambda network, sums=sums: last_step_first(network, sums),
        title=title,
        hints=(
            "How many times does your function call the cell for T_x steps?",
            "Look at what is done before the loop, and at the step with which the loop begins.",
            "One call for each step: what is carried and all sums start with zeros.",
        ),
        reread="time",
    )
)

MISTAKES = (*TO_A_NORM, *BEFORE_THE_LOOP, *LAST_STEP_TWICE)
