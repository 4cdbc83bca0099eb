"""Known mistakes in `lstm_cell_forward`: the gates and the candidate.

A wrong state is wrong in the cache as well, and so is the cache as a whole.
"""

from functools import partial

from solutions.mistakes.mistake import Mistake

GATES = "03 · Three gates and a candidate"
CACHE = ("cache", "cache.ft", "cache.it", "cache.cct", "cache.ot")
OUTPUTS = ("a_next", "c_next", "yt_pred", "cache")
OUTPUTS_OF_O = ("a_next", "yt_pred", "cache")

SIGMOID_GATES = {"f": ("ft", "forget"), "i": ("it", "input"), "o": ("ot", "output")}

mistake = partial(Mistake, of="lstm_cell_forward")


def spoiled_by(gate: str) -> tuple[str, ...]:
    """Name what a wrong gate spoils: the output gate comes after the cell state."""
    variable = "cct" if gate == "c" else SIGMOID_GATES[gate][0]
    return (*(OUTPUTS_OF_O if gate == "o" else OUTPUTS), f"cache.{variable}")


MISTAKES = (
    *(
        mistake(
            f"b{gate}-missing",
            family="term",
            old=f' + parameters["b{gate}"]',
            new="",
            title=f"the bias of the {name} gate is missing",
            hints=(
                "How many of the eight gate parameters does your cell use?",
                f"Look at the sum from which the {name} gate is made.",
                f"Γ_{gate} = σ(W{gate} [a⟨t-1⟩; x⟨t⟩] + b{gate}).",
            ),
            reread=GATES,
            spoils=spoiled_by(gate),
        )
        for gate, (_, name) in SIGMOID_GATES.items()
    ),
    *(
        mistake(
            f"tanh-for-{name}-gate",
            family="activation",
            old=f"{variable} = sigmoid(",
            new=f"{variable} = np.tanh(",
            title=f"the {name} gate uses tanh instead of sigmoid",
            hints=(
                "Between which two numbers does a gate stay, shut or open?",
                f"Look at the function around the sum of the {name} gate.",
                f"Γ_{gate} = σ(W{gate} [a⟨t-1⟩; x⟨t⟩] + b{gate}), between 0 and 1.",
            ),
            reread=GATES,
            spoils=spoiled_by(gate),
        )
        for gate, (variable, name) in SIGMOID_GATES.items()
    ),
    *(
        mistake(
            f"{name}-gate-not-squashed",
            family="activation",
            old=f'sigmoid(parameters["W{gate}"] @ concat + parameters["b{gate}"])',
            new=f'parameters["W{gate}"] @ concat + parameters["b{gate}"]',
            title=f"the {name} gate is the bare sum, without sigmoid",
            hints=(
                "Between which two numbers does a gate stay, shut or open?",
                f"Look at what still has to happen to the sum of the {name} gate.",
                f"Γ_{gate} = σ(W{gate} [a⟨t-1⟩; x⟨t⟩] + b{gate}), between 0 and 1.",
            ),
            reread=GATES,
            spoils=spoiled_by(gate),
        )
        for gate, (_, name) in SIGMOID_GATES.items()
    ),
    *(
        mistake(
            f"{name}-gate-with-{kind}{other}",
            family="swapped gates",
            old=f'parameters["{kind}{gate}"]',
            new=f'parameters["{kind}{other}"]',
            title=f"the {name} gate uses the {called} of the {SIGMOID_GATES[other][1]} gate",
            hints=(
                f"Which letter names the {called} of each gate?",
                f"Look at the keys in the line of the {name} gate.",
                f"Γ_{gate} = σ(W{gate} [a⟨t-1⟩; x⟨t⟩] + b{gate}), with the same letter everywhere.",
            ),
            reread=GATES,
            spoils=spoiled_by(gate),
        )
        for kind, called in (("W", "weights"), ("b", "bias"))
        for gate, (_, name) in SIGMOID_GATES.items()
        for other in sorted(SIGMOID_GATES.keys() - {gate})
    ),
    mistake(
        "bc-missing",
        family="term",
        old=' + parameters["bc"]',
        new="",
        title="the bias of the candidate is missing",
        hints=(
            "How many of the eight gate parameters does your cell use?",
            "Look at the sum from which the candidate is made.",
            "The candidate is tanh(Wc [a⟨t-1⟩; x⟨t⟩] + bc).",
        ),
        reread=GATES,
        spoils=spoiled_by("c"),
    ),
    mistake(
        "sigmoid-for-candidate",
        family="activation",
        old="cct = np.tanh(",
        new="cct = sigmoid(",
        title="the candidate uses sigmoid instead of tanh",
        hints=(
            "Must a candidate be able to lower the cell state as well as raise it?",
            "Look at the function around the sum of the candidate.",
            "The candidate is tanh(Wc [a⟨t-1⟩; x⟨t⟩] + bc), between -1 and 1: it is no gate.",
        ),
        reread=GATES,
        spoils=spoiled_by("c"),
    ),
    mistake(
        "candidate-not-squashed",
        family="activation",
        old='np.tanh(parameters["Wc"] @ concat + parameters["bc"])',
        new='parameters["Wc"] @ concat + parameters["bc"]',
        title="the candidate is the bare sum, without tanh",
        hints=(
            "Between which two numbers does the candidate stay?",
            "Look at what still has to happen to the sum of the candidate.",
            "The candidate is tanh(Wc [a⟨t-1⟩; x⟨t⟩] + bc).",
        ),
        reread=GATES,
        spoils=spoiled_by("c"),
    ),
)
