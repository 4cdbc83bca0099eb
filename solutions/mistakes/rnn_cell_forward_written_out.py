"""Known mistakes in `rnn_cell_forward`: slips in sums that are written out as loops."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_cell_forward_state import ALL, CELL

MEMORY, INPUT, SCORES = "Waa @ a_prev", "Wax @ xt", "Wya @ a_next"
UPDATE = "a_next = np.tanh(Wax @ xt + Waa @ a_prev + ba)"
PRODUCT = (
    "Entry i of W v is the sum of W⟨i, k⟩ v⟨k⟩ over all k: v is read at k, from first to last."
)
THREE_TERMS = "z⟨t⟩ = Wax x⟨t⟩ + Waa a⟨t-1⟩ + ba has three terms, each of them once."

mistake = partial(Mistake, of="rnn_cell_forward", reread=CELL)

INDICES = tuple(
    mistake(
        id,
        family="index",
        old=MEMORY,
        new=new,
        title=title,
        hints=(
            "Which old units does a new unit listen to: only one of them, or all?",
            "Look at the two indices in your sum: which of them counts the unit that is computed?",
            PRODUCT,
        ),
        spoils=ALL,
    )
    for id, new, title in (
        (
            "old-state-at-the-new-unit",
            "Waa.sum(axis=1, keepdims=True) * a_prev",
            "in the sum over the old units the state is read at the unit that is computed",
        ),
        (
            "each-unit-hears-itself",
            "Waa.diagonal()[:, None] * a_prev",
            "each unit hears only itself: of Waa the diagonal alone is used",
        ),
    )
)

TERMS = (
    (MEMORY, "Waa[:, {0}] @ a_prev[{0}]", "old unit", "units", ALL),
    (INPUT, "Wax[:, {0}] @ xt[{0}]", "input", "inputs", ALL),
    (SCORES, "Wya[:, {0}] @ a_next[{0}]", "unit in the scores", "scores", ("yt_pred",)),
)
RANGES = (
    ("alone-in-the-sum-of", "accumulation", "last", "-1:", "only the last {} counts in the sum"),
    ("left-out-of-the-sum-of", "index", "last", ":-1", "the last {} is left out of the sum"),
    ("left-out-of-the-sum-of", "index", "first", "1:", "the first {} is left out of the sum"),
)

SHORT_SUMS = tuple(
    mistake(
        f"{which}-{id}-{place}",
        family=family,
        old=old,
        new=new.format(rows),
        title=title.format(what),
        hints=(
            "How many terms does your sum have, and how many turns does the loop make?",
            "Look at where the loop begins and ends, and at whether each turn adds or replaces.",
            PRODUCT,
        ),
        spoils=spoils,
    )
    for old, new, what, place, spoils in TERMS
    for id, family, which, rows, title in RANGES
)

BIASES = tuple(
    mistake(
        f"ba-once-for-each-{id}",
        family="accumulation",
        old=f"{MEMORY} + ba",
        new=f"{MEMORY} + len({many}) * ba",
        title=f"the bias of the state is added once for each {name} instead of once",
        hints=(
            "How many times does the bias of a unit come into its sum?",
            "Look at whether the bias is added within the innermost loop or after it.",
            THREE_TERMS,
        ),
        spoils=ALL,
    )
    for id, many, name in (("unit", "a_prev", "old unit"), ("input", "xt", "input"))
)

IN_ONE_ARRAY = mistake(
    "units-overwritten-one-by-one",
    family="aliasing",
    old=UPDATE,
    new=(
        "a_next = a_prev.copy()\n    for i in range(len(a_next)):\n"
        "        a_next[i] = np.tanh(Wax[i] @ xt + Waa[i] @ a_next + ba[i])"
    ),
    title="unit by unit the old state is overwritten, so the later units read new values",
    hints=(
        "When the second unit is computed, which value of the first one does it read?",
        "Look at whether old and new state share one array while the loop runs.",
        "All units of a⟨t⟩ read the same a⟨t-1⟩, which must stay as it was.",
    ),
    spoils=ALL,
)

SIGNS_AND_COUNTS = (
    mistake(
        "input-subtracted",
        family="sign",
        old=INPUT,
        new=f"-{INPUT}",
        title="the input's term is subtracted",
        hints=(
            "With which sign do the three terms enter the sum?",
            "Look at the sum inside tanh, sign by sign.",
            THREE_TERMS,
        ),
        spoils=ALL,
    ),
    mistake(
        "by-twice",
        family="term",
        old="@ a_next + by",
        new="@ a_next + 2 * by",
        title="the bias of the prediction is added twice",
        hints=(
            "How many terms do the scores have?",
            "Look at the sum inside softmax, and at the lines before it.",
            "The scores are Wya a⟨t⟩ + by, each of the two once.",
        ),
        spoils=("yt_pred",),
    ),
)

MISTAKES = (*INDICES, *SHORT_SUMS, *BIASES, IN_ONE_ARRAY, *SIGNS_AND_COUNTS)
