"""Known mistakes of both backward sequence functions: what is carried from step to step."""

from solutions.mistakes.through_time import CARRIED_A, DA_START, both

CARRIED = "After each step, da_prevt becomes the da_prev that the cell has just returned."
UNCHANGED = "da_prevt is the da_prev that the cell returned, and nothing is done to it."

MISTAKES = (
    *both(
        "carried-gradient-starts-with-da",
        family="initial state",
        old=DA_START,
        new="    da_prevt = da[:, :, -1]\n",
        title="the carried gradient{state} starts with the last slice of da instead of zeros",
        hints=(
            "What comes back to the last step from the step after it?",
            "Look at the line before the loop that makes da_prevt.",
            "After the last step comes nothing, so da_prevt starts with zeros.",
        ),
        reread="paths",
    ),
    *both(
        "{kind}-gradient-never-updated",
        family="missing path",
        old=CARRIED_A,
        new="",
        title="the gradient{state} from the future stays zero",
        hints=(
            "What does step t hand back to step t - 1?",
            "Look at what happens to da_prevt inside the loop.",
            CARRIED,
        ),
        reread="paths",
    ),
    *both(
        "{kind}-gradients-piled-up",
        family="accumulation",
        old="da_prevt = gradients",
        new="da_prevt += gradients",
        title="the gradients{state} from all later steps pile up",
        hints=(
            "Through which step does the far future reach a⟨t⟩?",
            "Look at whether da_prevt is replaced or added to.",
            "da_prevt takes the newest da_prev, which already contains the far future.",
        ),
        reread="paths",
    ),
    *both(
        "prediction-gradient-counted-twice",
        family="accumulation",
        old=CARRIED_A,
        new=CARRIED_A.replace("\n", " + da[:, :, t]\n"),
        title="the gradient of a prediction is carried on to the step before",
        hints=(
            "Does the prediction of step t read the state of step t - 1 directly?",
            "Look at what you keep for the next turn of the loop.",
            "da_prevt is the da_prev that the cell returned, and nothing is added to it.",
        ),
        reread="names",
    ),
    *both(
        "next-prediction-gradient-added-twice",
        family="accumulation",
        old=CARRIED_A,
        new=CARRIED_A.replace("\n", " + da[:, :, t - 1]\n"),
        title="da of a step is added at the end of one turn, and again at the start of the next",
        hints=(
            "How many times does a slice of da come in on its way to the cell?",
            "Look for da in two lines: where you carry a gradient, and where the cell is called.",
            "The cell of step t gets da⟨t⟩ once, and da_prev of step t + 1 once.",
        ),
        reread="paths",
    ),
    *both(
        "da-carried",
        family="wrong state",
        old=CARRIED_A,
        new="        da_prevt = da[:, :, t]\n",
        title="da of the step after is carried instead of what the cell returned",
        hints=(
            "What has a gradient passed when it reaches step t from step t + 1?",
            "Look at what you keep for the next turn of the loop.",
            CARRIED,
        ),
        reread="names",
    ),
    *both(
        "carried-one-step-only",
        family="missing path",
        old=CARRIED_A,
        new=lambda network: f'        da_prevt = {network.call("da[:, :, t]")}["da_prev"]\n',
        title="the future reaches back one step and no further",
        hints=(
            "Can the loss of the last step depend on what happened at the first?",
            "Look at whether the da_prev you carry was made with the future in it.",
            CARRIED,
        ),
        reread="paths",
    ),
    *both(
        "{kind}-gradient-clipped-at-one-half",
        family="scaling",
        old='da_prevt = gradients["da_prev"]',
        new='da_prevt = np.clip(gradients["da_prev"], -0.5, 0.5)',
        title="the carried gradient{state} is clipped at one half",
        hints=(
            "Is a clipped gradient still the slope of the loss?",
            "Look at what is done to the gradient between two turns of the loop.",
            UNCHANGED,
        ),
        reread="paths",
    ),
    *both(
        "da-changed-in-place",
        family="in place",
        old=lambda network: f"        gradients = {network.call()}",
        new=lambda network: (
            f"        da[:, :, t] += da_prevt\n        gradients = {network.call('da[:, :, t]')}"
        ),
        title="the gradients handed in are changed",
        hints=(
            "Is da still the same for whoever called your function?",
            "Look for a line that adds something to a slice of da.",
            "The sum of both paths is a new array, and da stays as it came.",
        ),
        reread="paths",
        spoils=(),
    ),
)
