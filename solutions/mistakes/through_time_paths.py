"""Known mistakes of both backward sequence functions: what the cell is handed at each step."""

from solutions.mistakes.through_time import DA, both

BOTH_PATHS = "Both paths add up: da⟨t⟩ from the prediction, da_prev from step t + 1."
FIRST_ARGUMENT = "Look at the first argument you hand to {cell}."
ONE_INDEX = "Step t takes da⟨t⟩ and its own cache, with one index for both."

MISTAKES = (
    *both(
        "future-gradient-forgotten",
        family="missing path",
        old=DA,
        new="da[:, :, t]",
        title="the gradient from the future is not added",
        hints=(
            "How many readers does a⟨t⟩ have in the forward pass?",
            FIRST_ARGUMENT,
            BOTH_PATHS,
        ),
        reread="paths",
    ),
    *both(
        "prediction-gradient-forgotten",
        family="missing path",
        old=DA,
        new="da_prevt",
        title="the gradient from the predictions never comes in, so all is zero",
        hints=(
            "Where does any gradient come from, before the loop has made its first turn?",
            FIRST_ARGUMENT,
            BOTH_PATHS,
        ),
        reread="paths",
    ),
    *both(
        "prediction-gradient-at-the-end-alone",
        family="missing path",
        old=DA,
        new="(da_prevt if t < T_x - 1 else da[:, :, t])",
        title="da comes in at the last step alone; before that the carried gradient replaces it",
        hints=(
            "At how many steps does the network make a prediction?",
            "Look at what the cell gets at the last step but one: which slice of da is in it?",
            BOTH_PATHS,
        ),
        reread="paths",
    ),
    *both(
        "later-da-summed",
        family="missing path",
        old=DA,
        new="da[:, :, t:].sum(axis=2)",
        title="the later slices of da are added up without going back through the cells",
        hints=(
            "What does a gradient at step t + 1 have to pass before it reaches step t?",
            "Look at how the later slices of da come into the gradient of step t.",
            BOTH_PATHS,
        ),
        reread="paths",
    ),
    *both(
        "prediction-gradient-off-by-one",
        family="index",
        old="da[:, :, t] +",
        new="da[:, :, t - 1] +",
        title="da is read one step too early",
        hints=(
            "Which slice of da belongs to the cache of this turn?",
            "Look at the index of da.",
            ONE_INDEX,
        ),
        reread="names",
    ),
    *both(
        "da-forwards",
        family="index",
        old="da[:, :, t] +",
        new="da[:, :, T_x - 1 - t] +",
        title="da is walked forwards while the caches go backwards",
        hints=(
            "Which slice of da belongs to the last cache?",
            "Look at the index of da, and compare it with that of the cache.",
            ONE_INDEX,
        ),
        reread="time",
    ),
    *both(
        "cache-off-by-one",
        family="index",
        old="steps[t])",
        new="steps[t - 1])",
        title="the cache of the step before is used",
        hints=(
            "What did the cell see at step t, and in which cache is it kept?",
            "Look at the index of the cache you hand to {cell}.",
            ONE_INDEX,
        ),
        reread="time",
    ),
    *both(
        "caches-forwards",
        family="index",
        old="steps[t])",
        new="steps[T_x - 1 - t])",
        title="the caches are walked forwards while da goes backwards",
        hints=(
            "Which cache belongs to the last slice of da?",
            "Look at the index of the cache you hand to {cell}.",
            "The list of caches has the order of the steps, so the same index serves both.",
        ),
        reread="time",
    ),
    *both(
        "caches-from-the-end",
        family="index",
        old="steps[t])",
        new="steps[-t])",
        title="the caches are counted from the end of the list",
        hints=(
            "Which entry of a list has the index -1, and which one the index 0?",
            "Look at the sign in the index of the cache.",
            "The list of caches has the order of the steps, so the same index serves both.",
        ),
        reread="time",
    ),
    *both(
        "one-cache-at-every-step",
        family="index",
        old="steps[t])",
        new="steps[0])",
        title="the cache of the first step is used at every step",
        hints=(
            "Did the cell see the same states and inputs at every step?",
            "Look at the cache you hand to {cell}: does it change from turn to turn?",
            ONE_INDEX,
        ),
        reread="time",
    ),
    *both(
        "all-caches-for-one",
        family="cache contract",
        old="steps[t])",
        new="caches)",
        title="the cell gets all caches instead of its own",
        hints=(
            "How many caches does one cell need?",
            "Look at the last argument you hand to {cell}.",
            "The first thing in caches is a list with one cache a step: take the one for t.",
        ),
        reread="time",
    ),
)
