"""Known mistakes in `lstm_backward`: the two gradients carried from step to step."""

from functools import partial

from solutions.mistakes.lstm_backward_steps import ALL
from solutions.mistakes.mistake import Mistake

PATHS = "04 · Two gradients carried back"
CALL = "lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, steps[t])"
CARRIED_A = '        da_prevt = gradients["da_prev"]\n'
CARRIED_C = '        dc_prevt = gradients["dc_prev"]\n'

mistake = partial(Mistake, of="lstm_backward")

MISTAKES = (
    mistake(
        "future-gradient-forgotten",
        family="missing path",
        old="da[:, :, t] + da_prevt",
        new="da[:, :, t]",
        title="the gradient from the future is not added",
        hints=(
            "How many readers does a⟨t⟩ have in the forward pass?",
            "Look at the first argument you hand to lstm_cell_backward.",
            "Both paths add up: da⟨t⟩ from the prediction, da_prev from step t + 1.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "cell-state-gradient-not-carried",
        family="missing path",
        old=CALL,
        new="lstm_cell_backward(da[:, :, t] + da_prevt, np.zeros((n_a, m)), steps[t])",
        title="the gradient of the cell state is not carried from step to step",
        hints=(
            "How many states does one step hand to the next in the forward pass?",
            "Look at the second argument you hand to lstm_cell_backward.",
            "dc_next is the dc_prev of step t + 1, and zero only at the last step.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "nothing-carried",
        family="missing path",
        old=CALL,
        new="lstm_cell_backward(da[:, :, t], np.zeros((n_a, m)), steps[t])",
        title="neither of the two gradients from the future arrives",
        hints=(
            "What does step t + 1 send back to step t?",
            "Look at the first two arguments you hand to lstm_cell_backward.",
            "da_next is da⟨t⟩ plus da_prev of step t + 1, and dc_next is dc_prev of step t + 1.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "hidden-gradient-never-updated",
        family="missing path",
        old=CARRIED_A,
        new="",
        title="the gradient of the hidden state from the future stays zero",
        hints=(
            "What does step t hand back to step t - 1?",
            "Look at what happens to da_prevt inside the loop.",
            "After each step, da_prevt becomes the da_prev that the cell has just returned.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "neither-gradient-updated",
        family="missing path",
        old=CARRIED_A + CARRIED_C,
        new="",
        title="both gradients from the future stay zero",
        hints=(
            "What does step t hand back to step t - 1?",
            "Look at what happens to da_prevt and dc_prevt inside the loop.",
            "After each step, they become the da_prev and dc_prev that the cell has returned.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "prediction-gradient-forgotten",
        family="missing path",
        old="da[:, :, t] + da_prevt",
        new="da_prevt",
        title="the gradient from the predictions never comes in, so all is zero",
        hints=(
            "Where does any gradient come from, before the loop has made its first turn?",
            "Look at the first argument you hand to lstm_cell_backward.",
            "Both paths add up: da⟨t⟩ from the prediction, da_prev from step t + 1.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "carried-gradients-swapped",
        family="wrong state",
        old="da[:, :, t] + da_prevt, dc_prevt",
        new="da[:, :, t] + dc_prevt, da_prevt",
        title="the gradients of hidden state and cell state are swapped",
        hints=(
            "Which of the two gradients belongs to the hidden state?",
            "Look at the first two arguments: equal shapes do not warn you.",
            "da_prev goes to da⟨t⟩, and dc_prev goes in as dc_next.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "da-added-to-dc",
        family="wrong state",
        old="da_prevt, dc_prevt,",
        new="da_prevt, da[:, :, t] + dc_prevt,",
        title="da is added to the gradient of the cell state as well",
        hints=(
            "Does the prediction read the cell state directly?",
            "Look at the second argument you hand to lstm_cell_backward.",
            "dc_next is the dc_prev of step t + 1, and nothing else.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "prediction-gradient-counted-twice",
        family="accumulation",
        old='da_prevt = gradients["da_prev"]',
        new='da_prevt = gradients["da_prev"] + da[:, :, t]',
        title="the gradient of a prediction is carried on to the step before",
        hints=(
            "Does the prediction of step t read the state of step t - 1 directly?",
            "Look at what you keep for the next turn of the loop.",
            "da_prevt is the da_prev that the cell returned, and nothing is added to it.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "hidden-gradients-piled-up",
        family="accumulation",
        old='da_prevt = gradients["da_prev"]',
        new='da_prevt += gradients["da_prev"]',
        title="the gradients of the hidden state from all later steps pile up",
        hints=(
            "Through which step does the far future reach a⟨t⟩?",
            "Look at whether da_prevt is replaced or added to.",
            "da_prevt takes the newest da_prev, which already contains the far future.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "cell-gradients-piled-up",
        family="accumulation",
        old='dc_prevt = gradients["dc_prev"]',
        new='dc_prevt += gradients["dc_prev"]',
        title="the gradients of the cell state from all later steps pile up",
        hints=(
            "Through which step does the far future reach c⟨t⟩?",
            "Look at whether dc_prevt is replaced or added to.",
            "dc_prevt takes the newest dc_prev, which already contains the far future.",
        ),
        reread=PATHS,
        spoils=ALL,
    ),
    mistake(
        "da-changed-in-place",
        family="in place",
        old=f"        gradients = {CALL}",
        new=(
            "        da[:, :, t] += da_prevt\n"
            "        gradients = lstm_cell_backward(da[:, :, t], dc_prevt, steps[t])"
        ),
        title="the gradients handed in are changed",
        hints=(
            "Is da still the same for whoever called your function?",
            "Look for a line that adds something to a slice of da.",
            "The sum of both paths is a new array, and da stays as it came.",
        ),
        reread=PATHS,
        spoils=(),
    ),
)
