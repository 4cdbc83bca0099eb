"""Known mistakes of both backward sequence functions: the loop over time."""

from solutions.mistakes.through_time import TURNS, both

BACKWARDS = "Backwards: from step T_x down to step 1."
ALL_STEPS = "The index runs from T_x - 1 down to 0, and 0 is included."

MISTAKES = (
    *both(
        "loop-not-reversed",
        family="order",
        old=TURNS,
        new="in range(T_x)",
        title="the loop runs from the first step to the last",
        hints=(
            "Which step's gradients have to be known before those of step t?",
            "Look at the direction of the loop.",
            BACKWARDS,
        ),
        reread="time",
    ),
    *both(
        "first-step-missing",
        family="index",
        old=TURNS,
        new="in reversed(range(1, T_x))",
        title="the first step is left out",
        hints=(
            "How many turns does your loop make for T_x steps?",
            "Look at where the loop ends: which slice of dx stays zero?",
            ALL_STEPS,
        ),
        reread="time",
        spoils=lambda network: ("dx", "da0", *network.at_first),
    ),
    *both(
        "first-step-missing-and-plain-zeros",
        family="index",
        old=f"    for t {TURNS}",
        new=lambda network: (
            network.started(network.sums, "0") + "    for t in reversed(range(1, T_x))"
        ),
        title="the first step is left out, and where there is no other the sums are no arrays",
        hints=(
            "How many turns does your loop make for T_x steps, and how many when T_x is 1?",
            "Look at where the loop ends: which slice of dx stays zero?",
            ALL_STEPS,
        ),
        reread="time",
    ),
    *both(
        "last-step-missing",
        family="index",
        old=TURNS,
        new="in reversed(range(T_x - 1))",
        title="the last step is left out",
        hints=(
            "How many turns does your loop make for T_x steps?",
            "Look at where the loop begins: which slice of dx stays zero?",
            ALL_STEPS,
        ),
        reread="time",
    ),
    *both(
        "return-inside-the-loop",
        family="order",
        old='    return {"dx": dx',
        new='        return {"dx": dx',
        title="the function returns after one turn of the loop",
        hints=(
            "How many slices of your dx are not zero?",
            "Look at how far the last line of your function is indented.",
            "The loop goes back through all T_x steps, and what it has gathered is returned then.",
        ),
        reread="time",
    ),
    *both(
        "sizes-from-the-second-cache",
        family="index",
        old="n_x = x.shape[0]",
        new="n_x = steps[1][-2].shape[0]",
        title="a sequence of one step has no second cache",
        hints=(
            "What does your function do when T_x is 1?",
            "Look at where the sizes come from.",
            "x itself tells n_x, whatever the number of steps.",
        ),
        reread="time",
    ),
    *both(
        "caches-emptied",
        family="in place",
        old="steps[t])",
        new="steps.pop())",
        title="the list of caches is emptied on the way",
        hints=(
            "What is left in the caches after your function has run, and can it run again?",
            "Look at how you take the cache of a step: do you read it, or take it away?",
            "Read the cache of step t from the list, and leave the list as it came.",
        ),
        reread="time",
        spoils=(),
    ),
    *both(
        "caches-turned-round",
        family="in place",
        old=f"    for t {TURNS}:\n",
        new=f"    steps.reverse()\n    steps = steps[::-1]\n    for t {TURNS}:\n",
        title="the list of caches is turned round for whoever uses it next",
        hints=(
            "In which order are the caches after your function has run?",
            "Look for a line that turns a list round in its place.",
            "Walk the list from its end, and leave it as it came.",
        ),
        reread="time",
        spoils=(),
    ),
)
