"""Known mistakes of both backward sequence functions: da0 and dx."""

from solutions.mistakes.through_time import CARRIED_A, DA, both

LEFT_OVER = '"da0": da_prevt'
LAST_COMPUTED = "da0 is the da_prev of step 1, the last thing the loop computes."
NOTHING_ELSE = "da0 is the da_prev of step 1, and nothing else."
IN_ITS_PLACE = "dx⟨t⟩ stands where x⟨t⟩ stands, in whatever order the loop runs."
STORED = '        dx[:, :, t] = gradients["dxt"]\n'
WHICH_SLICE = "Which slice of dx belongs to the first input?"
KEYS = "Look at the keys of your dictionary, one by one."

DA0 = (
    *both(
        "da0-never-set",
        family="initial state",
        old=LEFT_OVER,
        new='"da0": np.zeros((n_a, m))',
        title="da0 stays zero",
        hints=(
            "Does the loss depend on a0?",
            "Look at what is left over when the loop has finished.",
            LAST_COMPUTED,
        ),
        reread="left",
        spoils=("da0",),
    ),
    *both(
        "da0-from-the-last-step",
        family="initial state",
        old=LEFT_OVER,
        new=lambda network: (
            f'"da0": {network.call("da[:, :, -1]", "steps[-1]", "np.zeros((n_a, m))")}["da_prev"]'
        ),
        title="da0 is taken from the last step instead of the first",
        hints=(
            "Which cell reads a0, the first or the last?",
            "Look at when da0 is set, and whether the loop goes on after that.",
            "da0 is the da_prev of step 1, where the backward loop ends.",
        ),
        reread="left",
        spoils=("da0",),
    ),
    *both(
        "da0-one-step-too-far",
        family="initial state",
        old=LEFT_OVER,
        new=lambda network: f'"da0": {network.call("da_prevt", "steps[0]")}["da_prev"]',
        title="da0 passes through the first cell twice",
        hints=(
            "After the last turn of the loop, how far back has the gradient come?",
            "Look at what happens to the gradient after the loop.",
            "When the loop ends, da_prevt is da0 already.",
        ),
        reread="left",
        spoils=("da0",),
    ),
    *both(
        "da0-one-step-too-late",
        family="index",
        old=CARRIED_A,
        new=CARRIED_A.replace("\n", " if t else da_prevt\n"),
        title="da0 is the gradient that came into the first step, not the one that left it",
        hints=(
            "Which cell is the last one that a gradient passes on its way to a0?",
            "Look at which da_prev you take for da0: that of step 1, or that of step 2?",
            LAST_COMPUTED,
        ),
        reread="left",
        spoils=("da0",),
    ),
    *both(
        "da0-is-that-of-the-first-output",
        family="wrong state",
        old=CARRIED_A,
        new=CARRIED_A.replace("\n", f" if t else {DA}\n"),
        title="da0 is the gradient of a⟨1⟩, before the first cell",
        hints=(
            "Is a⟨1⟩, which leaves the first cell, the same as a0, which enters it?",
            "Look at whether what you return as da0 has gone through the cell of step 1.",
            LAST_COMPUTED,
        ),
        reread="left",
        spoils=("da0",),
    ),
    *both(
        "da0-summed-over-time",
        family="accumulation",
        old=CARRIED_A,
        new=(
            CARRIED_A
            + "        total = da_prevt if t == T_x - 1 else total + da_prevt\n"
            + "        da_prevt = da_prevt if t else total\n"
        ),
        title="da0 is the sum of the da_prev of all steps",
        hints=(
            "How many cells read a0?",
            "Look at whether da0 is added up: it is no weight.",
            NOTHING_ELSE,
        ),
        reread="left",
        spoils=("da0",),
    ),
    *both(
        "da0-from-da",
        family="wrong state",
        old=LEFT_OVER,
        new='"da0": da[:, :, 0]',
        title="da0 is the first slice of da",
        hints=(
            "Is a⟨1⟩, to which the first slice of da belongs, the same as a0?",
            "Look at what you return as da0.",
            "da0 has come back through the cell of step 1: it is that step's da_prev.",
        ),
        reread="names",
        spoils=("da0",),
    ),
    *(
        mistake
        for index, which in (("0", "first"), ("-1", "last"))
        for mistake in both(
            f"{which}-slice-added-to-da0",
            family="accumulation",
            old=LEFT_OVER,
            new=f"{LEFT_OVER} + da[:, :, {index}]",
            title=f"the {which} slice of da is added to da0",
            hints=(
                "Is there a prediction that reads a0?",
                "Look at what is added to the carried gradient after the last turn of the loop.",
                NOTHING_ELSE,
            ),
            reread="names",
            spoils=("da0",),
        )
    ),
    *both(
        "key-da_prev",
        family="key",
        old=LEFT_OVER,
        new='"da_prev": da_prevt',
        title="the gradient of a0 has the cell's key",
        hints=(
            "Which state does the gradient left over after the loop belong to?",
            KEYS,
            "{keys}",
        ),
        reread="left",
        spoils=("da0",),
    ),
)

DX = (
    *both(
        "dx-in-reverse",
        family="index",
        old="dx[:, :, t] =",
        new="dx[:, :, T_x - 1 - t] =",
        title="dx runs backwards in time",
        hints=(WHICH_SLICE, "Look at the index with which you write into dx.", IN_ITS_PLACE),
        reread="left",
        spoils=("dx",),
    ),
    *both(
        "dx-off-by-one",
        family="index",
        old="dx[:, :, t] =",
        new="dx[:, :, t - 1] =",
        title="dx is stored one slice too early",
        hints=(WHICH_SLICE, "Look at the index with which you write into dx.", IN_ITS_PLACE),
        reread="left",
        spoils=("dx",),
    ),
    *both(
        "dx-overwritten",
        family="accumulation",
        old="        dx[:, :, t] =",
        new="        dx =",
        title="dx holds the gradient of one step only",
        hints=(
            "How many inputs does a sequence have, and how many gradients do they need?",
            "Look at where the loop puts the dxt of each step.",
            "dx has the shape of x, (n_x, m, T_x), and each step fills its own slice.",
        ),
        reread="left",
        spoils=("dx",),
    ),
    *both(
        "dx-summed-over-time",
        family="accumulation",
        old=STORED,
        new='        dx += gradients["dxt"][:, :, None]\n',
        title="every slice of dx holds the sum over all steps",
        hints=(
            "Is the input of step 1 used at the other steps, as the weights are?",
            "Look at where the loop puts the dxt of each step, and whether it adds.",
            "dx has the shape of x, (n_x, m, T_x), and each step fills its own slice.",
        ),
        reread="left",
        spoils=("dx",),
    ),
    *both(
        "dx-time-first",
        family="axis",
        old='{"dx": dx',
        new='{"dx": np.moveaxis(dx, 2, 0)',
        title="the first axis of dx is time instead of the last",
        hints=(
            "In which order do the axes of x stand, and so those of its gradient?",
            "Look at the shape of dx, and at the axis along which the steps are joined.",
            "dx has the shape of x, (n_x, m, T_x), with time last.",
        ),
        reread="left",
        spoils=("dx",),
    ),
    *both(
        "dx-not-stored",
        family="missing path",
        old=STORED,
        new="",
        title="dx stays zero",
        hints=(
            "What happens to the dxt that the cell returns?",
            "Look at everything that is stored inside the loop.",
            "The slice of dx for step t takes the dxt of that step.",
        ),
        reread="left",
        spoils=("dx",),
    ),
    *both(
        "key-dxt",
        family="key",
        old='{"dx":',
        new='{"dxt":',
        title="the gradient of the inputs has the cell's key",
        hints=("Is this the gradient of one input, or of all of them?", KEYS, "{keys}"),
        reread="names",
        spoils=("dx",),
    ),
)

MISTAKES = (*DA0, *DX)
