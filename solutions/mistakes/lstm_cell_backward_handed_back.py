"""Known mistakes in `lstm_cell_backward`: what is handed back."""

from functools import partial

from solutions.mistakes.lstm_cell_backward_cell_state import HANDED_BACK
from solutions.mistakes.mistake import Mistake

BACK = "04 · What is handed back"
SLICES = '"dxt": dconcat[n_a:],\n        "da_prev": dconcat[:n_a]'
FIRST = '(\n        parameters["Wf"].T @ dgamma_f\n        + parameters'

mistake = partial(Mistake, of="lstm_cell_backward")

MISTAKES = (
    mistake(
        "slices-swapped",
        family="order",
        old=SLICES,
        new='"dxt": dconcat[: xt.shape[0]],\n        "da_prev": dconcat[xt.shape[0] :]',
        title="the slices of old state and input are swapped",
        hints=(
            "Which of the two stands on top in the stacked array?",
            "Look at which rows you cut out for dxt, and which for da_prev.",
            "The first n_a rows belong to a⟨t-1⟩, the last n_x rows to x⟨t⟩.",
        ),
        reread=BACK,
        spoils=HANDED_BACK,
    ),
    mistake(
        "not-cut",
        family="shape",
        old=SLICES,
        new='"dxt": dconcat,\n        "da_prev": dconcat',
        title="dxt and da_prev are both the whole stack",
        hints=(
            "How many rows does W transposed give, and how many does x⟨t⟩ have?",
            "Look at the shapes of dxt and da_prev.",
            "The first n_a rows belong to a⟨t-1⟩, the last n_x rows to x⟨t⟩.",
        ),
        reread=BACK,
        spoils=HANDED_BACK,
    ),
    mistake(
        "f-missing-in-the-sum",
        family="missing path",
        old=FIRST,
        new="(\n        parameters",
        title="the forget gate is missing from dxt and da_prev",
        hints=(
            "How many times are a⟨t-1⟩ and x⟨t⟩ read in one step?",
            "Look at the sum from which dxt and da_prev are cut, and count its terms.",
            "Four terms Wᵀ dγ, one for each gate and one for the candidate.",
        ),
        reread=BACK,
        spoils=HANDED_BACK,
    ),
    *(
        mistake(
            f"{gate}-missing-in-the-sum",
            family="missing path",
            old=f'\n        + parameters["W{gate}"].T @ dgamma_{gate}',
            new="",
            title=f"the {name} is missing from dxt and da_prev",
            hints=(
                "How many times are a⟨t-1⟩ and x⟨t⟩ read in one step?",
                "Look at the sum from which dxt and da_prev are cut, and count its terms.",
                "Four terms Wᵀ dγ, one for each gate and one for the candidate.",
            ),
            reread=BACK,
            spoils=HANDED_BACK,
        )
        for gate, name in (("i", "input gate"), ("c", "candidate"), ("o", "output gate"))
    ),
    mistake(
        "weights-of-f-and-i-swapped",
        family="swapped gates",
        old='parameters["Wf"].T @ dgamma_f\n        + parameters["Wi"].T @ dgamma_i',
        new='parameters["Wi"].T @ dgamma_f\n        + parameters["Wf"].T @ dgamma_i',
        title="forget gate and input gate come back through each other's weights",
        hints=(
            "Through which matrix did the forget gate read its input?",
            "Look at the letters in each term of the sum: matrix and gradient belong together.",
            "Wfᵀ dγ_f + Wiᵀ dγ_i + Wcᵀ dγ_c + Woᵀ dγ_o.",
        ),
        reread=BACK,
        spoils=HANDED_BACK,
    ),
    mistake(
        "weights-of-i-and-c-swapped",
        family="swapped gates",
        old='parameters["Wi"].T @ dgamma_i\n        + parameters["Wc"].T @ dgamma_c',
        new='parameters["Wc"].T @ dgamma_i\n        + parameters["Wi"].T @ dgamma_c',
        title="input gate and candidate come back through each other's weights",
        hints=(
            "Through which matrix did the candidate read its input?",
            "Look at the letters in each term of the sum: matrix and gradient belong together.",
            "Wfᵀ dγ_f + Wiᵀ dγ_i + Wcᵀ dγ_c + Woᵀ dγ_o.",
        ),
        reread=BACK,
        spoils=HANDED_BACK,
    ),
    mistake(
        "weights-of-c-and-o-swapped",
        family="swapped gates",
        old='parameters["Wc"].T @ dgamma_c\n        + parameters["Wo"].T @ dgamma_o',
        new='parameters["Wo"].T @ dgamma_c\n        + parameters["Wc"].T @ dgamma_o',
        title="candidate and output gate come back through each other's weights",
        hints=(
            "Through which matrix did the candidate read its input?",
            "Look at the letters in each term of the sum: matrix and gradient belong together.",
            "Wfᵀ dγ_f + Wiᵀ dγ_i + Wcᵀ dγ_c + Woᵀ dγ_o.",
        ),
        reread=BACK,
        spoils=HANDED_BACK,
    ),
    mistake(
        "dWf-for-Wf",
        family="wrong state",
        old='parameters["Wf"].T @ dgamma_f',
        new="concat @ dgamma_f.T @ dgamma_f",
        title="the gradient of Wf stands where Wf itself belongs",
        hints=(
            "Through which matrix did a⟨t-1⟩ and x⟨t⟩ reach the forget gate?",
            "Look at the matrices in the sum: are they weights, or gradients of weights?",
            "Wfᵀ dγ_f + Wiᵀ dγ_i + Wcᵀ dγ_c + Woᵀ dγ_o, with the weights from the parameters.",
        ),
        reread=BACK,
        spoils=HANDED_BACK,
    ),
    mistake(
        "dc_prev-without-the-hidden-path",
        family="missing path",
        old='"dc_prev": dc * ft',
        new='"dc_prev": dc_next * ft',
        title="the path through the hidden state is missing from dc_prev",
        hints=(
            "On how many paths does the loss reach c⟨t⟩, and so c⟨t-1⟩?",
            "Look at the first factor of dc_prev.",
            "dc_prev = dc ⊙ Γ_f, with the whole dc.",
        ),
        reread=BACK,
        spoils=("dc_prev",),
    ),
    mistake(
        "dc_prev-without-forget-gate",
        family="missing factor",
        old='"dc_prev": dc * ft',
        new='"dc_prev": dc',
        title="the forget gate is missing from dc_prev",
        hints=(
            "What was c⟨t-1⟩ multiplied with in the forward pass?",
            "Look at the factors of dc_prev.",
            "dc_prev = dc ⊙ Γ_f.",
        ),
        reread=BACK,
        spoils=("dc_prev",),
    ),
    mistake(
        "dc_prev-with-input-gate",
        family="swapped gates",
        old='"dc_prev": dc * ft',
        new='"dc_prev": dc * it',
        title="the input gate stands where the forget gate belongs, in dc_prev",
        hints=(
            "Which gate was c⟨t-1⟩ multiplied with in the forward pass?",
            "Look at the gate in dc_prev.",
            "dc_prev = dc ⊙ Γ_f.",
        ),
        reread=BACK,
        spoils=("dc_prev",),
    ),
    mistake(
        "key-dx",
        family="key",
        old='"dxt":',
        new='"dx":',
        title="the gradient of the input has the wrong key",
        hints=(
            "Under which name will others look for the gradient of x⟨t⟩?",
            "Look at the keys of your dictionary, one by one.",
            "The cell's keys are dxt, da_prev, dc_prev, and dW and db with the letters f, i, c, o.",
        ),
        reread=BACK,
        spoils=("dxt",),
    ),
    mistake(
        "key-dc_next",
        family="key",
        old='"dc_prev":',
        new='"dc_next":',
        title="the gradient of the old cell state has the wrong key",
        hints=(
            "Which cell state does this gradient belong to, the old or the new?",
            "Look at the keys of your dictionary, one by one.",
            "The cell's keys are dxt, da_prev, dc_prev, and dW and db with the letters f, i, c, o.",
        ),
        reread=BACK,
        spoils=("dc_prev",),
    ),
)
