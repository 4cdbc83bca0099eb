"""Known mistakes in `lstm_cell_backward`: the cache is unpacked in another order."""

from solutions.mistakes.lstm_cell_backward_cell_state import (
    ALL,
    CANDIDATE,
    FORGET,
    HANDED_BACK,
    INPUT,
)
from solutions.mistakes.mistake import Mistake

BEGIN = "    n_a = a_next.shape[0]\n"
MATRICES = ("dWf", "dWi", "dWc", "dWo")

MISTAKES = tuple(
    Mistake(
        f"{one}-and-{other}-unpacked-in-turn",
        "lstm_cell_backward",
        "cache contract",
        BEGIN,
        f"    {one}, {other} = {other}, {one}\n{BEGIN}",
        f"{names} change places when the cache is unpacked",
        (
            "In which order did the forward pass put its ten things into the cache?",
            "Compare the line that unpacks the cache with the one that packed it.",
            "New a and c, old a and c, Γ_f, Γ_i, the candidate, Γ_o, x⟨t⟩ and the parameters.",
        ),
        "03 · The cache: ten entries",
        spoils,
    )
    for one, other, names, spoils in (
        (
            "ft",
            "it",
            "forget gate and input gate",
            (*HANDED_BACK, "dc_prev", *FORGET, *INPUT, *CANDIDATE),
        ),
        ("cct", "ot", "candidate and output gate", ALL),
        ("it", "cct", "input gate and candidate", (*HANDED_BACK, *INPUT, *CANDIDATE)),
        ("c_next", "c_prev", "new and old cell state", ALL),
        (
            "a_prev",
            "c_prev",
            "old hidden state and old cell state",
            (*HANDED_BACK, *FORGET, *MATRICES),
        ),
    )
)
