"""Known mistakes in `lstm_cell_forward`: another gate's parameters, another curve for all gates."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_gates import (
    GATES,
    OUTPUTS,
    SIGMOID_GATES,
    spoiled_by,
)
from solutions.mistakes.lstm_cell_forward_stack import CONCAT
from solutions.mistakes.mistake import Mistake

FORMULA = "Γ_{0} = σ(W{0} [a⟨t-1⟩; x⟨t⟩] + b{0}), with the same letter everywhere."
CANDIDATE = "The candidate is tanh(Wc [a⟨t-1⟩; x⟨t⟩] + bc), with the same letter everywhere."
KINDS = (("W", "weights"), ("b", "bias"))
LAST = 'ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])'
NAMES = {gate: f"{name} gate" for gate, (_, name) in SIGMOID_GATES.items()} | {"c": "candidate"}

mistake = partial(Mistake, of="lstm_cell_forward", family="swapped gates", reread=GATES)


def line(variable: str, curve: str, letter: str) -> str:
    return f'{variable} = {curve}(parameters["W{letter}"] @ concat + parameters["b{letter}"])'


EXCHANGED = (
    ("f", "i", LAST, f"{LAST}\n    ft, it = it, ft"),
    ("f", "o", LAST, f"{LAST}\n    ft, ot = ot, ft"),
    ("i", "o", LAST, f"{LAST}\n    it, ot = ot, it"),
    (
        "c",
        "o",
        f"{line('cct', 'np.tanh', 'c')}\n    {line('ot', 'sigmoid', 'o')}",
        f"{line('cct', 'np.tanh', 'o')}\n    {line('ot', 'sigmoid', 'c')}",
    ),
    (
        "i",
        "c",
        f"{line('it', 'sigmoid', 'i')}\n    {line('cct', 'np.tanh', 'c')}",
        f"{line('it', 'sigmoid', 'c')}\n    {line('cct', 'np.tanh', 'i')}",
    ),
    (
        "f",
        "c",
        "\n    ".join(
            (line("ft", "sigmoid", "f"), line("it", "sigmoid", "i"), line("cct", "np.tanh", "c"))
        ),
        "\n    ".join(
            (line("ft", "sigmoid", "c"), line("it", "sigmoid", "i"), line("cct", "np.tanh", "f"))
        ),
    ),
)
"""Two letters, and the edit after which each stands where the other belongs."""

MISTAKES = (
    *(
        mistake(
            f"{name}-gate-with-{kind}c",
            old=f'parameters["{kind}{gate}"]',
            new=f'parameters["{kind}c"]',
            title=f"the {name} gate uses the {called} of the candidate",
            hints=(
                f"Which letter names the {called} of each gate?",
                f"Look at the keys in the line of the {name} gate.",
                FORMULA.format(gate),
            ),
            spoils=spoiled_by(gate),
        )
        for kind, called in KINDS
        for gate, (_, name) in SIGMOID_GATES.items()
    ),
    *(
        mistake(
            f"candidate-with-{kind}{gate}",
            old=f'parameters["{kind}c"]',
            new=f'parameters["{kind}{gate}"]',
            title=f"the candidate uses the {called} of the {name} gate",
            hints=(
                f"Which letter names the {called} of the candidate?",
                "Look at the keys in the line of the candidate.",
                CANDIDATE,
            ),
            spoils=spoiled_by("c"),
        )
        for kind, called in KINDS
        for gate, (_, name) in SIGMOID_GATES.items()
    ),
    *(
        mistake(
            f"parameters-of-{one}-and-{other}-exchanged",
            old=old,
            new=new,
            title=f"{NAMES[one]} and {NAMES[other]} have each other's weights and biases",
            hints=(
                f"Which parameters make the {NAMES[one]}, and which the {NAMES[other]}?",
                "Look at the keys, or at the order in which you cut one large product in pieces.",
                "The letters are f for forget, i for input, c for the candidate, o for output.",
            ),
            spoils=(
                *OUTPUTS,
                *(spoiled_by(gate)[-1] for gate in (one, other)),
            ),
        )
        for one, other, old, new in EXCHANGED
    ),
    *(
        mistake(
            f"b{gate}-after-the-curve",
            family="order",
            old=f'@ concat + parameters["b{gate}"])',
            new=f'@ concat) + parameters["b{gate}"]',
            title=f"the bias of the {name} is added after {curve}",
            hints=(
                "Between which two numbers does each of the four arrays stay?",
                f"Look at where the bracket closes in the line of the {name}.",
                "First the whole sum with its bias, then the curve.",
            ),
            spoils=spoiled_by(gate),
        )
        for gate, name in NAMES.items()
        for curve in (("tanh" if gate == "c" else "sigmoid"),)
    ),
    mistake(
        "forget-gate-with-an-extra-one",
        family="term",
        old='+ parameters["bf"]',
        new='+ parameters["bf"] + 1',
        title="1 is added to the bias of the forget gate",
        hints=(
            "Where does the forget gate's bias come from, and is it complete?",
            "Look at the sum from which the forget gate is made and count its terms.",
            FORMULA.format("f"),
        ),
        spoils=spoiled_by("f"),
    ),
    *(
        mistake(
            id,
            family=family,
            old=f"concat = {CONCAT}",
            new=f"concat = {CONCAT}\n    sigmoid = {curve}",
            title=title,
            hints=(
                "Between which two numbers does a gate stay, and at which sum is it half open?",
                "Look at the function that you use for all three gates.",
                "A gate is σ of its sum: 1 divided by 1 plus e to the minus sum.",
            ),
            spoils=(*OUTPUTS, "cache.ft", "cache.it", "cache.ot"),
        )
        for id, family, curve, title in (
            (
                "tanh-for-all-gates",
                "activation",
                "np.tanh",
                "all three gates use tanh instead of sigmoid",
            ),
            (
                "gates-mirrored",
                "sign",
                "lambda z: 1 / (1 + np.exp(z))",
                "the sigmoid of all three gates lacks the minus in its exponent",
            ),
            (
                "gates-twice-as-steep",
                "scaling",
                "lambda z: 0.5 * (1 + np.tanh(z))",
                "the curve of all three gates is twice as steep: its exponent is doubled",
            ),
            (
                "hard-sigmoid-of-a-fifth",
                "activation",
                "lambda z: np.clip(0.2 * z + 0.5, 0, 1)",
                "all three gates use a straight line, z / 5 + 1 / 2, cut off at 0 and 1",
            ),
            (
                "hard-sigmoid-of-a-sixth",
                "activation",
                "lambda z: np.clip(z / 6 + 0.5, 0, 1)",
                "all three gates use a straight line, z / 6 + 1 / 2, cut off at 0 and 1",
            ),
            (
                "gates-all-or-nothing",
                "activation",
                "lambda z: (z > 0).astype(float)",
                "all three gates are wholly open or wholly closed: a step stands for the sigmoid",
            ),
            (
                "softmax-for-all-gates",
                "activation",
                "softmax",
                "all three gates use softmax instead of sigmoid",
            ),
        )
    ),
)
