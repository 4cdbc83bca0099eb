"""Known mistakes in `lstm_cell_backward`: in one of dxt and da_prev, the other being right.

Who computes the two apart writes eight products, and may slip in one of them.
"""

from dataclasses import dataclass

from solutions.mistakes.lstm_cell_backward_handed_back import BACK
from solutions.mistakes.lstm_cell_backward_weights import GATES
from solutions.mistakes.mistake import Mistake

ABOVE = (("i", "f"), ("c", "i"), ("o", "c"))
"""A gate, and the one whose line is likely to stand above and to be copied."""


def product(weights: str, gradient: str) -> str:
    return f'parameters["W{weights}"].T @ dgamma_{gradient}'


@dataclass(frozen=True)
class Part:
    """One of the two outputs that are cut from the gradient of the stack."""

    output: str
    rows: str
    other_rows: str
    source: str

    def instead(
        self, id: str, family: str, new: str, title: str, question: str, look: str, formula: str
    ) -> Mistake:
        """Make a mistake in this part alone."""
        return Mistake(
            f"{id}-{self.output}",
            "lstm_cell_backward",
            family,
            f'"{self.output}": dconcat[{self.rows}]',
            f'"{self.output}": {new}',
            f"{self.output} {title}",
            (question, look, formula),
            BACK,
            (self.output,),
        )

    def with_terms(self, id: str, family: str, change: str, title: str, place: str) -> Mistake:
        """Make a mistake in one of the four terms of this part."""
        return self.instead(
            id,
            family,
            f"(dconcat {change})[{self.rows}]",
            title,
            f"Which four products lead back to {self.source}, and which letters do they hold?",
            f"Look at the {place} among the terms of {self.output}, letter by letter.",
            f"{self.output} is cut from Wfᵀ dγ_f + Wiᵀ dγ_i + Wcᵀ dγ_c + Woᵀ dγ_o.",
        )


DXT = Part("dxt", "n_a:", ": xt.shape[0]", "x⟨t⟩")
DA_PREV = Part("da_prev", ":n_a", "xt.shape[0] :", "a⟨t-1⟩")


def mistakes_of(part: Part) -> tuple[Mistake, ...]:
    rows = "The first n_a rows belong to a⟨t-1⟩, the last n_x rows to x⟨t⟩."
    return (
        *(
            part.with_terms(
                f"{gate}-missing-in",
                "missing path",
                f"- {product(gate, gate)}",
                f"lacks the term of the {name}",
                name,
            )
            for gate, name in GATES.items()
        ),
        *(
            part.with_terms(
                f"W{other}-for-W{gate}-in",
                "swapped gates",
                f"- {product(gate, gate)} + {product(other, gate)}",
                f"takes the {GATES[gate]} back through the weights of the {GATES[other]}",
                GATES[gate],
            )
            for gate, other in ABOVE
        ),
        part.instead(
            "whole-stack-in",
            "shape",
            "dconcat",
            "is the gradient of the whole stack, not cut",
            f"How many rows does W transposed give, and how many does {part.source} have?",
            f"Look at the shape of {part.output}.",
            rows,
        ),
        part.instead(
            "wrong-rows-in",
            "order",
            f"dconcat[{part.other_rows}]",
            "is cut as if the input stood on top of the stack",
            "Which of the two stands on top in the stacked array?",
            f"Look at which rows you cut out for {part.output}.",
            rows,
        ),
    )


NOT_TRANSPOSED = DA_PREV.instead(
    "no-transpose-in",
    "transpose",
    " + ".join(f'parameters["W{gate}"][:, :n_a] @ dgamma_{gate}' for gate in GATES),
    "lacks the transposes of the weights",
    "In which direction do the weights lead in the forward pass, and in which one now?",
    "Look at the weights in da_prev: their left part is square, so both ways fit.",
    "da_prev is the upper part of Wfᵀ dγ_f + Wiᵀ dγ_i + Wcᵀ dγ_c + Woᵀ dγ_o.",
)

TOO_MUCH = tuple(
    DA_PREV.instead(
        id,
        family,
        f"dconcat[:n_a] {more}",
        title,
        question,
        "Look at the terms of da_prev: there should be four products, and nothing besides.",
        "da_prev is the upper part of Wfᵀ dγ_f + Wiᵀ dγ_i + Wcᵀ dγ_c + Woᵀ dγ_o.",
    )
    for id, family, more, title, question in (
        (
            "da_next-added-to",
            "missing path",
            "+ da_next",
            "has da_next added to it",
            "In how many ways does the old hidden state enter this cell?",
        ),
        (
            "slope-of-the-old-state-in",
            "activation",
            "* (1 - a_prev**2)",
            "is multiplied by a slope of the old hidden state",
            "Which step's cell takes care of the functions that made a⟨t-1⟩?",
        ),
    )
)

MISTAKES = (*mistakes_of(DXT), *mistakes_of(DA_PREV), NOT_TRANSPOSED, *TOO_MUCH)
