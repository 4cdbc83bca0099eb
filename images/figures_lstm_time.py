"""The LSTM unrolled over time."""

from drawing import Box, Figure
from figures_lstm import highway
from figures_time import COLUMNS, GREY, STEPS, cell_box, parameter_bar, stack

from grader.show.palette import COLOURS

ROAD, MEMORY, PREDICTIONS, INPUTS = 206.0, 290.0, 92.0, 408.0
PARAMETERS = "W_{f}\u200a, W_{i}, W_{c}, W_{o}, W_{y}, b_{f}\u200a, b_{i}, b_{c}, b_{o}, b_{y}"


def lstm_forward() -> Figure:
    """Draw the cells in a row, each handing two states to the next."""
    figure = Figure(
        "LSTM_forward",
        "Two states handed from cell to cell",
        "The LSTM unrolled: c⟨0⟩ = 0 and a⟨0⟩ enter the first of T_x equal cells, and each cell "
        "hands two states to the next, c along the highway above and a below it; x⟨t⟩ enters every "
        "cell from below, ŷ⟨t⟩ leaves it above, and all cells share the same parameters.",
        860,
        536,
    )
    highway(figure, 68, 766, ROAD)
    sharing = parameter_bar(figure, Box(391, 490, 502, 40), PARAMETERS)
    cells = [forward_step(figure, x, step) for x, step in zip(COLUMNS, STEPS, strict=True)]
    for cell in cells:
        figure.line([(cell.x + 46, cell.bottom[1]), (cell.x + 46, sharing.top[1])], colour=GREY)
    first = figure.node(68, ROAD, "c^{⟨0⟩} = 0", "c", shape="(n_a, m)")
    hand_on(figure, cells, first, stack(figure, 766, ROAD, "c", "c", "(n_a, m, T_x)"), "c")
    first = figure.node(68, MEMORY, "a^{⟨0⟩}", "a", shape="(n_a, m)")
    hand_on(figure, cells, first, stack(figure, 766, MEMORY, "a", "a", "(n_a, m, T_x)"), "a")
    stack(figure, 766, PREDICTIONS, "ŷ", "y_hat", "(n_y, m, T_x)")
    stack(figure, 766, INPUTS, "x", "x", "(n_x, m, T_x)")
    figure.words(771, 44, "all steps, stacked", colour=COLOURS["quiet"])
    return figure


def forward_step(figure: Figure, x: float, step: str) -> Box:
    """Draw one cell with its input below and its prediction above."""
    cell = cell_box(figure, x, (ROAD + MEMORY) / 2, step, kind="LSTM", height=160)
    highway(figure, cell.left[0] + 1, cell.right[0] - 1, ROAD)
    word = figure.node(x, INPUTS, f"x^{{⟨{step}⟩}}", "x", shape="(n_x, m)", width=78)
    prediction = figure.node(x, PREDICTIONS, f"ŷ^{{⟨{step}⟩}}", "y_hat", shape="(n_y, m)", width=78)
    figure.arrow(word.top, cell.bottom)
    figure.arrow(cell.top, prediction.bottom)
    return cell


def hand_on(figure: Figure, cells: list[Box], first: Box, kept: Box, label: str) -> None:
    """Draw one of the two states going from cell to cell, on one level."""
    level = first.y
    before, after, last = cells
    figure.arrow(first.right, (before.left[0], level))
    figure.arrow((before.right[0], level), (after.left[0], level))
    figure.arrow((after.right[0], level), (456, level))
    figure.arrow((492, level), (last.left[0], level))
    figure.arrow((last.right[0], level), kept.left)
    figure.maths(474, level + 4, "···")
    for x, step in ((269, "1"), (426, "2"), (674, "T_{x}")):
        figure.maths(x, level - 16, f"{label}^{{⟨{step}⟩}}")
