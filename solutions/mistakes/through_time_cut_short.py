"""Known mistakes of both backward sequence functions: what comes back is cut, scaled or late."""

from solutions.mistakes.lstm_backward_paths import CARRIED_C
from solutions.mistakes.mistake import Mistake
from solutions.mistakes.through_time import (
    CARRIED_A,
    DA,
    DA_START,
    LSTM,
    RNN,
    Network,
    Written,
    both,
)
from solutions.mistakes.through_time_paths import BOTH_PATHS, FIRST_ARGUMENT

CARRIED = "After each step, da_prevt becomes the da_prev that the cell has just returned."
UNCHANGED = "A gradient is passed on as it is: nothing limits, scales or forgets it."
RETURNED = {
    RNN.of: '{"dx": dx, "da0": da_prevt, "dWax": dWax, "dWaa": dWaa, "dba": dba}',
    LSTM.of: '{"dx": dx, "da0": da_prevt, "dc0": dc_prevt, **sums}',
}


def carried(network: Network) -> str:
    """Give the lines that keep something for the next turn."""
    return CARRIED_A + CARRIED_C if network is LSTM else CARRIED_A


def kept_if(condition: str) -> Written:
    """Reset what is kept for the next turn, and so da0 as well, unless a condition holds."""
    return lambda network: carried(network).replace("\n", f" * ({condition})\n")


def used_if(condition: str) -> Written:
    """Reset what the cell is handed unless a condition holds."""
    return lambda network: network.call(
        da=f"da[:, :, t] + da_prevt * ({condition})", dc=f"dc_prevt * ({condition})"
    )


def called(network: Network) -> str:
    return network.call()


RESET = tuple(
    mistake
    for k, word in ((2, "second"), (3, "third"))
    for id, old, new, where in (
        (
            f"reset-after-every-{word}-step",
            carried,
            kept_if(f"t % {k} > 0"),
            f"on the way out of steps 1, {k + 1} and so on",
        ),
        (
            f"reset-before-every-{word}-of-the-steps",
            called,
            used_if(f"(t + 1) % {k} > 0"),
            f"on the way into steps {k}, {2 * k} and so on",
        ),
        (
            f"reset-before-every-{word}-step",
            called,
            used_if(f"t % {k} > 0"),
            f"on the way into steps 1, {k + 1} and so on",
        ),
        (
            f"reset-before-every-{word}-turn",
            called,
            used_if(f"(T_x - 1 - t) % {k} > 0"),
            "counted from the last one",
        ),
    )
    for mistake in both(
        id,
        family="missing path",
        old=old,
        new=new,
        title=f"what comes back from the future is set to zero at every {word} step, {where}",
        hints=(
            "How far back does the loss of the last step reach in your loop?",
            "Look for a condition on t under which something is set to zero again.",
            "What is carried starts with zeros once, before the loop, and never again.",
        ),
        reread="paths",
    )
)

LATE = both(
    "carried-one-turn-late",
    family="index",
    old=lambda network: f"        gradients = {network.call()}",
    new=lambda network: (
        "        late, held = (held if t < T_x - 1 else 0 * da_prevt), da_prevt\n"
        f"        gradients = {network.call('da[:, :, t] + late')}"
    ),
    title="what comes back{state} is used two turns later instead of in the next one",
    hints=(
        "Which step's da_prev does the cell of step t get?",
        "Look at when the carried gradient takes its new value, before or after it is used.",
        CARRIED,
    ),
    reread="paths",
)

MIXED = tuple(
    mistake
    for id, family, new, title in (
        ("future-subtracted", "sign", "da[:, :, t] - da_prevt", "the future is subtracted"),
        (
            "paths-averaged",
            "scaling",
            f"({DA}) / 2",
            "the gradients of prediction and future are averaged instead of added",
        ),
        (
            "future-twice",
            "accumulation",
            "da[:, :, t] + 2 * da_prevt",
            "the gradient from the future is added twice",
        ),
        (
            "future-times-prediction-added",
            "order",
            "da[:, :, t] + da[:, :, t] * da_prevt",
            "the gradient from the future is multiplied with da before it is added",
        ),
        ("da-counted-from-the-end", "index", "da[:, :, -t] + da_prevt", "da is read at -t"),
        (
            "da-one-step-late",
            "index",
            "da[:, :, min(t + 1, T_x - 1)] + da_prevt",
            "da is read one step too late, and at the last step twice",
        ),
        (
            "both-paths-clipped",
            "scaling",
            f"np.clip({DA}, -1, 1)",
            "the sum of both paths is clipped at one",
        ),
    )
    for mistake in both(
        id,
        family=family,
        old=DA,
        new=new,
        title=title,
        hints=(
            "What do the two readers of a⟨t⟩ each send back, and how do they come together?",
            FIRST_ARGUMENT,
            BOTH_PATHS,
        ),
        reread="paths",
    )
)

FADING = both(
    "carried-gradient-halved",
    family="scaling",
    old=CARRIED_A,
    new=CARRIED_A.replace("\n", " / 2\n"),
    title="the carried gradient{state} is halved in every turn",
    hints=(
        "What is done to da_prev between two turns of the loop?",
        "Look at the line that keeps da_prevt for the next turn of the loop.",
        UNCHANGED,
    ),
    reread="paths",
)

ONES = both(
    "{kind}-gradient-starts-with-ones",
    family="initial state",
    old=DA_START,
    new="    da_prevt = np.ones((n_a, m))\n",
    title="the carried gradient{state} starts with ones instead of zeros",
    hints=(
        "What comes back to the last step from the step after it?",
        "Look at the line before the loop that makes da_prevt.",
        "After the last step comes nothing, so da_prevt starts with zeros.",
    ),
    reread="paths",
)


def clipped_at_the_end(limit: str, called: str) -> tuple[Mistake, ...]:
    return both(
        f"everything-clipped-at-{called.replace(' ', '-')}-in-the-end",
        family="scaling",
        old=lambda network: f"    return {RETURNED[network.of]}",
        new=lambda network: (
            f"    result = {RETURNED[network.of]}\n"
            f"    return {{name: np.clip(g, -{limit}, {limit}) for name, g in result.items()}}"
        ),
        title=f"all gradients are clipped at {called} before they are returned",
        hints=(
            "Is a gradient that has been cut off still the slope of the loss?",
            "Look at the last lines of your function.",
            "What is returned are the sums as they are; a limit belongs to the training.",
        ),
        reread="left",
    )


CLIPPED = (
    *both(
        "everything-clipped-at-every-step",
        family="scaling",
        old=CARRIED_A,
        new="        gradients = {name: np.clip(g, -1, 1) for name, g in gradients.items()}\n"
        + CARRIED_A,
        title="all gradients that the cell returns are clipped at one",
        hints=(
            "Is a gradient that has been cut off still the slope of the loss?",
            "Look at what is done to the cell's gradients before they are used.",
            UNCHANGED,
        ),
        reread="left",
    ),
    *clipped_at_the_end("0.5", "one half"),
    clipped_at_the_end("1", "one")[0],  # an LSTM's dx is seldom larger than one
)

MISTAKES = (*RESET, *LATE, *MIXED, *FADING, *ONES, *CLIPPED)
