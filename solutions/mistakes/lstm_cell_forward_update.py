"""Known mistakes in `lstm_cell_forward`: other gates, signs and curves in the cell state."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_cell_state import C_NEXT, CELL_STATE
from solutions.mistakes.lstm_cell_forward_gates import OUTPUTS
from solutions.mistakes.lstm_cell_forward_hidden_state import A_NEXT, HIDDEN_STATE
from solutions.mistakes.mistake import Mistake

WHOLE = f"c_next = {C_NEXT}"
KEEP_AND_ADD = "c⟨t⟩ = Γ_f ⊙ c⟨t-1⟩ + Γ_i ⊙ candidate: what is kept, plus what is new."

mistake = partial(Mistake, of="lstm_cell_forward", reread=CELL_STATE)

FACTORS = (
    (
        "output-gate-for-forget",
        "swapped gates",
        "ot * c_prev + it * cct",
        "the output gate stands where the forget gate belongs",
    ),
    (
        "output-gate-for-input",
        "swapped gates",
        "ft * c_prev + ot * cct",
        "the output gate stands where the input gate belongs",
    ),
    (
        "forget-gate-over-both",
        "order",
        "ft * (c_prev + it * cct)",
        "the forget gate is multiplied with the new content as well",
    ),
    (
        "forget-gate-for-input",
        "swapped gates",
        "ft * c_prev + ft * cct",
        "the forget gate weights both the old content and the candidate",
    ),
    (
        "input-gate-for-forget",
        "swapped gates",
        "it * c_prev + it * cct",
        "the input gate weights both the old content and the candidate",
    ),
    (
        "old-content-weighted-by-the-rest-of-input",
        "swapped gates",
        "(1 - it) * c_prev + it * cct",
        "the old cell state is weighted by what the input gate leaves",
    ),
    (
        "input-gate-upside-down",
        "sign",
        "ft * c_prev + (1 - it) * cct",
        "the input gate works the wrong way round",
    ),
    (
        "new-content-subtracted",
        "sign",
        "ft * c_prev - it * cct",
        "the new content is subtracted",
    ),
    (
        "old-cell-state-kept-twice",
        "term",
        "c_prev + ft * c_prev + it * cct",
        "the old cell state is added once more, past the forget gate",
    ),
    (
        "candidate-squashed-twice",
        "activation",
        "ft * c_prev + it * np.tanh(cct)",
        "tanh is taken of the candidate a second time",
    ),
    (
        "input-gate-and-candidate-added",
        "term",
        "ft * c_prev + it + cct",
        "input gate and candidate are added instead of multiplied",
    ),
    (
        "forget-gate-and-old-content-added",
        "term",
        "ft + c_prev + it * cct",
        "forget gate and old cell state are added instead of multiplied",
    ),
    (
        "cell-state-squashed",
        "activation",
        "np.tanh(ft * c_prev + it * cct)",
        "the new cell state goes through tanh, before the hidden state does it again",
    ),
)

MISTAKES = (
    *(
        mistake(
            id,
            family=family,
            old=C_NEXT,
            new=new,
            title=title,
            hints=(
                "Which gate decides about the old content, which about the new, and what else "
                "happens to them?",
                "Go through your new cell state factor by factor, with the four corners of the "
                "gates in mind.",
                KEEP_AND_ADD,
            ),
            spoils=OUTPUTS,
        )
        for id, family, new, title in FACTORS
    ),
    mistake(
        "tanh-kept-in-the-cell-state",
        family="activation",
        old=f"c_next = {C_NEXT}\n    a_next = {A_NEXT}",
        new=f"c_next = np.tanh({C_NEXT})\n    a_next = ot * c_next",
        title="the cell state that is handed on has gone through tanh",
        hints=(
            "Can a cell state grow beyond 1?",
            "Look at the array that you give tanh to, and at the one you keep.",
            "tanh is taken on the way to the hidden state only; c⟨t⟩ itself stays as it was added "
            "up.",
        ),
        reread=HIDDEN_STATE,
        spoils=("c_next", "cache"),
    ),
    mistake(
        "new-cell-state-in-the-old-array",
        family="in place",
        old=WHOLE,
        new=f"c_prev[:] = {C_NEXT}\n    c_next = c_prev",
        title="the new cell state is written over the old one",
        hints=(
            "Is the old cell state still the same after your function has run?",
            "Look at the array that the new cell state is written into.",
            "c⟨t⟩ is a new array, and c⟨t-1⟩ stays as it came, in the cache as well.",
        ),
        spoils=("cache",),
    ),
    mistake(
        "new-hidden-state-in-the-old-array",
        family="in place",
        old=f"a_next = {A_NEXT}",
        new=f"a_prev[:] = {A_NEXT}\n    a_next = a_prev",
        title="the new hidden state is written over the old one",
        hints=(
            "Is the old hidden state still the same after your function has run?",
            "Look at the array that the new hidden state is written into.",
            "a⟨t⟩ is a new array, and a⟨t-1⟩ stays as it came, in the cache as well.",
        ),
        reread=HIDDEN_STATE,
        spoils=("cache",),
    ),
    *(
        mistake(
            id,
            family=family,
            old=A_NEXT,
            new=new,
            title=title,
            hints=(
                "What is the hidden state when the output gate is shut, and what when it is open?",
                "Look at the two factors of the hidden state, and at what each went through.",
                "a⟨t⟩ = Γ_o ⊙ tanh c⟨t⟩.",
            ),
            reread=HIDDEN_STATE,
            spoils=("a_next", "yt_pred", "cache"),
        )
        for id, family, new, title in (
            (
                "cell-state-shown-bare",
                "missing path",
                "c_next",
                "the hidden state is the cell state itself, without gate and tanh",
            ),
            (
                "output-gate-upside-down",
                "sign",
                "(1 - ot) * np.tanh(c_next)",
                "the output gate works the wrong way round",
            ),
            (
                "tanh-of-the-gate",
                "order",
                "np.tanh(ot) * c_next",
                "tanh is taken of the output gate instead of the cell state",
            ),
        )
    ),
)
