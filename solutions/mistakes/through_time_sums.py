"""Known mistakes of both backward sequence functions: the sums over time."""

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.through_time import (
    DA_START,
    LSTM,
    RNN,
    Names,
    Network,
    Written,
    biases,
    both,
    matrices,
    sums,
)

ALL_STEPS = "Each sum grows by what the cell returned for this step."
HOW_OFTEN = "How many times is each weight used in a sequence of T_x steps?"


def growing(network: Network) -> str:
    return network.growing


def grown(names: Names, value: str) -> Written:
    """Let some sums take a value in the loop, and the others grow."""
    return lambda network: network.grown(names(network), value)


def started(names: Names, value: str) -> Written:
    """Let some sums start with a value, which may depend on their `name`."""
    return lambda network: network.started(names(network), value) + DA_START


def made_with_a0(network: Network) -> tuple[str, ...]:
    return tuple(name for name in network.read_state if name in network.at_first)


GROUPS = (
    ("weights", "the weight gradients", matrices),
    ("biases", "the bias gradients", biases),
)

REPLACED = (
    *both(
        "last-step-only",
        family="accumulation",
        old=growing,
        new=grown(sums, "{step}"),
        title="the gradients of weights and biases are replaced at every step instead of added up",
        hints=(HOW_OFTEN, "Look at what the loop does with the sums it already has.", ALL_STEPS),
        reread="left",
        spoils=sums,
    ),
    *(
        mistake
        for group, name, outputs in GROUPS
        for mistake in both(
            f"{group}-replaced",
            family="accumulation",
            old=growing,
            new=grown(outputs, "{step}"),
            title=f"{name} are replaced at every step instead of added up",
            hints=(
                "Which of your sums grow from step to step, and which start anew?",
                "Compare the lines of the weights with those of the biases.",
                ALL_STEPS,
            ),
            reread="left",
            spoils=outputs,
        )
    ),
    *(
        Mistake(
            f"{name}-replaced",
            network.of,
            "accumulation",
            growing(network),
            network.grown((name,), "{step}"),
            f"{name} is replaced at every step instead of added up",
            (
                "Which of your sums grow from step to step, and which start anew?",
                f"Compare the line of {name} with those of the other sums.",
                ALL_STEPS,
            ),
            network.sections["left"],
            (name,),
        )
        for network in (RNN, LSTM)
        for name in network.sums
        if (name,) != network.biases
    ),
    *both(
        "sums-added-to-themselves",
        family="accumulation",
        old=growing,
        new=grown(sums, "{total} + {total}"),
        title="the sums are added to themselves, so they stay zero",
        hints=(
            "Where in your loop do the gradients of one step enter the sums?",
            "Look at what stands on the right of each addition.",
            ALL_STEPS,
        ),
        reread="left",
        spoils=sums,
    ),
)

SCALED = (
    *both(
        "averaged-over-time",
        family="scaling",
        old=growing,
        new=grown(sums, "{total} + {step} / T_x"),
        title="the gradients of weights and biases are averaged over the steps",
        hints=(
            "If a weight acts at every step, do its effects add up or average out?",
            "Look for a division by the number of steps.",
            "All are plain sums over the steps.",
        ),
        reread="left",
        spoils=sums,
    ),
    *(
        mistake
        for group, name, outputs in GROUPS
        for mistake in both(
            f"{group}-averaged-over-time",
            family="scaling",
            old=growing,
            new=grown(outputs, "{total} + {step} / T_x"),
            title=f"{name} are averaged over the steps",
            hints=(
                "If one of them acts at every step, do its effects add up or average out?",
                "Look for a division by the number of steps in some of your sums.",
                "All are plain sums over the steps.",
            ),
            reread="left",
            spoils=outputs,
        )
    ),
    *both(
        "averaged-over-steps-and-examples",
        family="scaling",
        old=growing,
        new=grown(sums, "{total} + {step} / (m * T_x)"),
        title="the gradients of weights and biases are averaged over steps and examples",
        hints=(
            "Where does a division by m belong, in the loss or in each gradient?",
            "Look for a division by the number of steps, and for one by that of the examples.",
            "All are plain sums over the steps, of what the cell returned.",
        ),
        reread="left",
        spoils=sums,
    ),
)

BEFORE_THE_LOOP = (
    *(
        mistake
        for group, name, outputs in GROUPS
        for mistake in both(
            f"{group}-start-from-themselves",
            family="initial state",
            old=DA_START,
            new=started(outputs, "steps[0][-1][name[1:]].copy()"),
            title=f"the sums for {name} start from the parameters instead of zeros",
            hints=(
                "What has been added up before the first turn of the loop?",
                "Look at the lines before the loop: what do the sums hold there?",
                "Each sum starts with zeros, in the shape of its parameter.",
            ),
            reread="left",
            spoils=outputs,
        )
    ),
    *both(
        "sums-start-with-ones",
        family="initial state",
        old=DA_START,
        new=started(sums, "np.ones_like(steps[0][-1][name[1:]])"),
        title="the sums start with ones instead of zeros",
        hints=(
            "What has been added up before the first turn of the loop?",
            "Look at the lines before the loop: what do the sums hold there?",
            "Each sum starts with zeros, in the shape of its parameter.",
        ),
        reread="left",
        spoils=sums,
    ),
)

OLD_STATES = (
    *both(
        "old-states-rolled",
        family="index",
        old=lambda network: network.call(),
        new=lambda network: network.with_old_state("steps[t - 1][0]"),
        title="at the first step the last state stands where a0 belongs",
        hints=(
            "Which state did the first cell read?",
            "Look at the old state with which the first step's weight gradients are made.",
            "Before a⟨1⟩ comes a0, and the cache of step 1 holds it.",
        ),
        reread="time",
        spoils=made_with_a0,
    ),
    *both(
        "a0-taken-for-zero",
        family="initial state",
        old=lambda network: network.call(),
        new=lambda network: network.with_old_state(f"steps[t][{network.old_state}] * (t > 0)"),
        title="at the first step zeros stand where a0 belongs",
        hints=(
            "Which state did the first cell read?",
            "Look at the old state with which the first step's weight gradients are made.",
            "Before a⟨1⟩ comes a0, and the cache of step 1 holds it.",
        ),
        reread="time",
        spoils=made_with_a0,
    ),
    *both(
        "new-states-for-old-ones",
        family="wrong state",
        old=lambda network: network.call(),
        new=lambda network: network.with_old_state("steps[t][0]"),
        title="the new state stands where the old one belongs in the weight gradients",
        hints=(
            "Which of the two states did the cell read in the forward pass?",
            "Look at the state with which the weight gradients of a step are made.",
            "The gradients of the weights of step t are made with a⟨t-1⟩.",
        ),
        reread="time",
        spoils=lambda network: network.read_state,
    ),
)

MISTAKES = (*REPLACED, *SCALED, *BEFORE_THE_LOOP, *OLD_STATES)
