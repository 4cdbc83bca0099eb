"""The backward pass of an LSTM cell, step by step."""

from typing import NamedTuple

from drawing import PILL, Box, Figure
from figures_lstm import CANDIDATE

from grader.show.palette import COLOURS, tint

STATE, STACK = "(n_a, m)", "(n_a + n_x, m)"
LINE, PAD, GAP, TOP = 42.0, 7.0, 12.0, 132.0
LEFT, RIGHT, DC_RAIL, GAMMA_RAIL = 92.0, 768.0, 58.0, 796.0
GRADIENT = COLOURS["gradient"]


class Line(NamedTuple):
    """One gradient, what it is computed from, and its shape."""

    label: str
    kind: str
    formula: str
    shape: str


class Step(NamedTuple):
    """Lines that can be computed together."""

    title: tuple[str, ...]
    lines: tuple[Line, ...]


STEPS = (
    Step(
        ("output gate", "and tanh"),
        (
            Line("dγ_{o}", "gate", 'da_{next} ⊙ "tanh" c^{⟨t⟩} ⊙ Γ_{o} ⊙ (1 − Γ_{o})', STATE),
            Line("dc", "c", 'dc_{next} + da_{next} ⊙ Γ_{o} ⊙ (1 − "tanh"^{2} c^{⟨t⟩})', STATE),
        ),
    ),
    Step(
        ("the two gates", "and candidate"),
        (
            Line("dγ_{f}", "gate", "dc ⊙ c^{⟨t−1⟩} ⊙ Γ_{f} ⊙ (1 − Γ_{f})", STATE),
            Line("dγ_{i}", "gate", f"dc ⊙ {CANDIDATE} ⊙ Γ_{{i}} ⊙ (1 − Γ_{{i}})", STATE),
            Line("dγ_{c}", "c", f"dc ⊙ Γ_{{i}} ⊙ (1 − {CANDIDATE}^{{2}})", STATE),
        ),
    ),
    Step(
        ("weights", "and biases"),
        (
            Line("dW_{g}", "parameter", 'dγ_{g} v^{"T"}', "(n_a, n_a + n_x)"),
            Line("db_{g}", "parameter", '"Σ"_{"batch"} dγ_{g}', "(n_a, 1)"),
        ),
    ),
    Step(
        ("stacked vector,", "then split"),
        (
            Line("dv", "parameter", '"Σ"_{g} W_{g}^{"T"} dγ_{g}', STACK),
            Line("da_{prev}", "a", '"first" n_{a} "rows of" dv', STATE),
            Line("dx^{⟨t⟩}", "x", '"last" n_{x} "rows of" dv', "(n_x, m)"),
        ),
    ),
    Step(("cell state",), (Line("dc_{prev}", "c", "dc ⊙ Γ_{f}", STATE),)),
)


def lstm_gates_backward() -> Figure:
    """Draw the five steps as a list, with rails that carry dc and the four dγ onwards."""
    figure = Figure(
        "lstm_gates_backward",
        "The gates, in backward order",
        "Five numbered steps of the LSTM's backward pass: 1, da_next and dc_next give dγ_o and dc; "
        "2, dc gives dγ_f, dγ_i and dγ_c; 3, every dγ_g gives its dW_g and db_g; 4, all four "
        "dγ_g together give dv, whose first n_a rows are da_prev and whose last n_x rows are "
        "dx⟨t⟩; 5, dc times Γ_f is dc_prev.",
        860,
        738,
    )
    figure.maths(832, 40, "v = [a^{⟨t−1⟩}; x^{⟨t⟩}]\u2003\u2003g = f, i, c, o", anchor="end")
    rows = []
    top = TOP
    for index, step in enumerate(STEPS, start=1):
        height = LINE * len(step.lines) + 2 * PAD
        row = Box((LEFT + RIGHT) / 2, top + height / 2, RIGHT - LEFT, height)
        draw_step(figure, row, index, step)
        rows.append(row)
        top += height + GAP
    draw_arrivals(figure)
    draw_dc_rail(figure, rows)
    draw_gamma_rail(figure, rows)
    return figure


def level(row: Box, line: int) -> float:
    """Return the height at which a line of a step is written."""
    return row.top[1] + PAD + LINE * (line + 0.5)


def draw_step(figure: Figure, row: Box, index: int, step: Step) -> None:
    """Draw one step: its number and title, then a line for each gradient."""
    fill = tint(COLOURS["parameter"], 0.08)
    figure.rectangle(row, fill=fill, stroke=COLOURS["edge"], corner=12)
    badge = Box(LEFT + 30, level(row, 0), 28, 28)
    figure.rectangle(badge, fill=COLOURS["ink"], stroke=COLOURS["ink"], corner=PILL)
    figure.words(badge.x, badge.y + 5, str(index), size=15, colour=COLOURS["paper"], bold=True)
    first = badge.y + 5 - 8.5 * (len(step.title) - 1)
    for place, words in enumerate(step.title):
        figure.words(LEFT + 54, first + 17 * place, words, anchor="start")
    for place, line in enumerate(step.lines):
        y = level(row, place)
        figure.node(310, y, line.label, line.kind, gradient=True, width=76, height=34, size=18)
        figure.maths(358, y + 6, f"= {line.formula}", size=18, anchor="start")
        figure.shape(RIGHT - 14, y + 5, line.shape, anchor="end")


def draw_arrivals(figure: Figure) -> None:
    """Draw the two gradients that come in from the right of the cell."""
    for x, label, kind in ((310, "da_{next}", "a"), (410, "dc_{next}", "c")):
        arriving = figure.node(x, 86, label, kind, gradient=True, width=76, height=34, size=18)
        figure.arrow(arriving.bottom, (x, TOP), gradient=True)
    figure.maths(
        466, 92, '"from step" t + 1; da_{next} "also from" ŷ^{⟨t⟩}', size=18, anchor="start"
    )


def draw_dc_rail(figure: Figure, rows: list[Box]) -> None:
    """Draw dc going at the left from step 1 to steps 2 and 5."""
    start, second, end = level(rows[0], 1), rows[1].y, rows[4].y
    figure.arrow((LEFT, start), (DC_RAIL, start), (DC_RAIL, end), (LEFT, end), gradient=True)
    figure.arrow((DC_RAIL, second), (LEFT, second), gradient=True)
    figure.dot(DC_RAIL, second, gradient=True)
    figure.maths(DC_RAIL - 10, start + 24, "dc", anchor="end")


def draw_gamma_rail(figure: Figure, rows: list[Box]) -> None:
    """Draw the four dγ going at the right from steps 1 and 2 to steps 3 and 4."""
    start, joined, third, end = level(rows[0], 0), rows[1].y, rows[2].y, rows[3].y
    rail = GAMMA_RAIL
    figure.arrow((RIGHT, start), (rail, start), (rail, end), (RIGHT, end), gradient=True)
    figure.line([(RIGHT, joined), (rail, joined)], colour=GRADIENT, dashes="7 4")
    figure.arrow((rail, third), (RIGHT, third), gradient=True)
    figure.dot(rail, third, gradient=True)
    figure.maths(rail + 8, start + 24, "dγ_{o}", anchor="start")
    figure.maths(rail + 8, joined + 24, "dγ_{g}", anchor="start")
