"""Known mistakes in `rnn_cell_backward`: gradients that are cut off at one."""

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_cell_backward_factors import FORMULAS
from solutions.mistakes.rnn_cell_backward_slope import ALL, DZ, PRODUCTS, SLOPE

AS_IT_IS = "Is a gradient that has been cut off still the slope of the loss?"


def clipped(
    id: str, old: str, new: str, what: str, formula: str, reread: str, spoils: tuple[str, ...]
) -> Mistake:
    return Mistake(
        id,
        "rnn_cell_backward",
        "scaling",
        old,
        new,
        f"{what} is clipped at one",
        (AS_IT_IS, f"Look for a limit that is set on {what}.", formula),
        reread,
        spoils,
    )


ON_THE_WAY = (
    clipped(
        "incoming-gradient-clipped",
        DZ,
        "np.clip(da_next, -1, 1) * (1 - a_next**2)",
        "the incoming gradient",
        "dz = da_next ⊙ (1 - a⟨t⟩²), with da_next as it comes.",
        SLOPE,
        ALL,
    ),
    clipped(
        "dz-clipped",
        DZ,
        f"np.clip({DZ}, -1, 1)",
        "dz",
        "dz = da_next ⊙ (1 - a⟨t⟩²), however large it is.",
        SLOPE,
        ALL,
    ),
)

AT_THE_END = tuple(
    clipped(
        f"{output}-clipped",
        f'"{output}": {formula}',
        f'"{output}": np.clip({formula}, -1, 1)',
        output,
        words,
        PRODUCTS,
        (output,),
    )
    for output, (formula, words) in FORMULAS.items()
)

SCALED = Mistake(
    "incoming-gradient-scaled",
    "rnn_cell_backward",
    "scaling",
    DZ,
    "da_next / max(1, np.linalg.norm(da_next)) * (1 - a_next**2)",
    "the incoming gradient is scaled so that its norm is at most one",
    (
        "Is a gradient that has been scaled still the slope of the loss?",
        "Look for a norm, and for a limit that is set on it.",
        "dz = da_next ⊙ (1 - a⟨t⟩²), with da_next as it comes.",
    ),
    SLOPE,
    ALL,
)

MISTAKES = (*ON_THE_WAY, *AT_THE_END, SCALED)
