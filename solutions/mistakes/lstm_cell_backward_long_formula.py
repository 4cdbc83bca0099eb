"""Known mistakes in `lstm_cell_backward`: gradients of gates that are written out in full.

Who does not give dc a name writes its two terms three times, and may forget a part in one place.
"""

from dataclasses import dataclass

from solutions.mistakes.lstm_cell_backward_cell_state import (
    CANDIDATE,
    FORGET,
    HANDED_BACK,
    INPUT,
)
from solutions.mistakes.lstm_cell_backward_gates import GATES
from solutions.mistakes.mistake import Mistake

HIDDEN = "da_next * ot * (1 - tanh_c**2)"
DC = "dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩)"
TERMS = "Write dc out in this line, and count its terms and their factors."


@dataclass(frozen=True)
class Gate:
    """A gate, or the candidate, and what its gradient is made of."""

    letter: str
    name: str
    partner: str
    slope: str
    own: tuple[str, str]
    formula: str

    def instead(self, id: str, family: str, new: str, title: str, question: str) -> Mistake:
        """Make a mistake in the gradient of this gate alone."""
        return Mistake(
            f"{id}-{self.letter}",
            "lstm_cell_backward",
            family,
            f"dgamma_{self.letter} = dc * {self.partner} * {self.slope}",
            f"dgamma_{self.letter} = {new}",
            title.format(name=self.name),
            (
                question.format(name=self.name),
                TERMS,
                f"dγ_{self.letter} = {self.formula}, with {DC}.",
            ),
            GATES,
            (*HANDED_BACK, *self.own),
        )


THREE = (
    Gate("f", "forget gate", "c_prev", "ft * (1 - ft)", FORGET, "dc ⊙ c⟨t-1⟩ ⊙ Γ_f ⊙ (1 - Γ_f)"),
    Gate("i", "input gate", "cct", "it * (1 - it)", INPUT, "dc ⊙ candidate ⊙ Γ_i ⊙ (1 - Γ_i)"),
    Gate("c", "candidate", "it", "(1 - cct**2)", CANDIDATE, "dc ⊙ Γ_i ⊙ (1 - candidate²)"),
)


def mistakes_of(gate: Gate) -> tuple[Mistake, ...]:
    partner, slope = gate.partner, gate.slope
    return (
        gate.instead(
            "dc_next-alone",
            "missing path",
            f"dc_next * {partner} * {slope}",
            "da_next does not reach the {name}",
            "On how many paths does the loss reach the {name}?",
        ),
        gate.instead(
            "hidden-path-alone",
            "missing path",
            f"{HIDDEN} * {partner} * {slope}",
            "dc_next does not reach the {name}",
            "On how many paths does the loss reach the {name}?",
        ),
        gate.instead(
            "da_next-for-dc",
            "wrong state",
            f"da_next * {partner} * {slope}",
            "da_next stands where dc belongs, in the gradient of the {name}",
            "Does the {name} act on the hidden state directly, or on the cell state?",
        ),
        gate.instead(
            "output-gate-missing",
            "missing factor",
            f"(dc_next + da_next * (1 - tanh_c**2)) * {partner} * {slope}",
            "the output gate is missing on the way from da_next to the {name}",
            "What lies between a⟨t⟩ and c⟨t⟩, on the way back to the {name}?",
        ),
        gate.instead(
            "slope-of-tanh-c-missing",
            "missing factor",
            f"(dc_next + da_next * ot) * {partner} * {slope}",
            "the slope at c is missing on the way from da_next to the {name}",
            "What lies between a⟨t⟩ and c⟨t⟩, on the way back to the {name}?",
        ),
        gate.instead(
            "slope-on-one-term",
            "order",
            f"dc_next * {partner} + {HIDDEN} * {partner} * {slope}",
            "the slope of the {name} is multiplied with the second term of dc alone",
            "Which terms does a bracket hold that closes before the slope of the {name}?",
        ),
        gate.instead(
            "partner-on-one-term",
            "order",
            f"(dc_next * {partner} + {HIDDEN}) * {slope}",
            "what the {name} was multiplied with is missing in the second term of dc",
            "With what was the {name} multiplied in the forward pass, and which terms show it?",
        ),
    )


MISTAKES = tuple(mistake for gate in THREE for mistake in mistakes_of(gate))
