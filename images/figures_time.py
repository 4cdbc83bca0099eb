"""The RNN unrolled over time, forward and backward."""

from drawing import Box, Figure

from grader.show.palette import COLOURS, tint

STEPS = ("1", "2", "T_{x}")


def rnn_forward() -> Figure:
    """Draw the cells in a row, each handing its state to the next."""
    figure = Figure(
        "rnn_forward",
        "The same cell at every step",
        "The RNN unrolled: a⟨0⟩ enters the first of T_x equal cells and each cell hands its state "
        "to the next; x⟨t⟩ enters every cell from below, ŷ⟨t⟩ leaves it above, and all cells share "
        "the same parameters.",
        860,
        472,
    )
    level = 222.0
    before = figure.node(68, level, "a^{⟨0⟩}", "a", shape="(n_a, m)")
    sharing = parameter_bar(figure, Box(391, 426, 502, 40))
    cells = [forward_step(figure, x, level, step) for x, step in zip(COLUMNS, STEPS, strict=True)]
    for cell in cells:
        figure.line([(cell.x + 46, cell.bottom[1]), (cell.x + 46, sharing.top[1])], colour=GREY)
    figure.arrow(before.right, cells[0].left)
    figure.arrow(cells[0].right, cells[1].left)
    figure.arrow(cells[1].right, (456, level))
    figure.arrow((492, level), cells[2].left)
    figure.maths(474, level + 4, "···")
    figure.maths(269, level - 10, "a^{⟨1⟩}")
    figure.maths(426, level - 10, "a^{⟨2⟩}")
    figure.maths(674, level - 10, "a^{⟨T_{x}⟩}")
    kept = stack(figure, 766, level, "a", "a", "(n_a, m, T_x)")
    figure.arrow(cells[2].right, kept.left)
    stack(figure, 766, 92, "ŷ", "y_hat", "(n_y, m, T_x)")
    stack(figure, 766, 345, "x", "x", "(n_x, m, T_x)")
    figure.words(771, 44, "all steps, stacked", colour=COLOURS["quiet"])
    return figure


COLUMNS = (192.0, 350.0, 590.0)
GREY = COLOURS["parameter"]


def forward_step(figure: Figure, x: float, level: float, step: str) -> Box:
    """Draw one cell with its input below and its prediction above."""
    cell = cell_box(figure, x, level, step)
    word = figure.node(x, 345, f"x^{{⟨{step}⟩}}", "x", shape="(n_x, m)", width=78)
    prediction = figure.node(x, 92, f"ŷ^{{⟨{step}⟩}}", "y_hat", shape="(n_y, m)", width=78)
    figure.arrow(word.top, cell.bottom)
    figure.arrow(cell.top, prediction.bottom)
    return cell


def cell_box(
    figure: Figure, x: float, y: float, step: str, *, kind: str = "RNN", height: float = 76
) -> Box:
    """Draw a closed cell."""
    box = Box(x, y, 104, height)
    fill = tint(COLOURS["parameter"], 0.08)
    figure.rectangle(box, fill=fill, stroke=COLOURS["ink"], corner=14)
    figure.words(x, y - 4, f"{kind} cell")
    figure.maths(x, y + 19, f"t = {step}", size=18)
    return box


RNN_PARAMETERS = "W_{ax}, W_{aa}, W_{ya}, b_{a}, b_{y}"


def parameter_bar(figure: Figure, box: Box, names: str = RNN_PARAMETERS) -> Box:
    """Draw the one set of parameters that all cells use."""
    figure.rectangle(box, fill=tint(GREY, 0.16), stroke=GREY, corner=2)
    figure.words(box.left[0] + 20, box.y + 5, "the same for all steps:", anchor="start")
    figure.maths(box.right[0] - 20, box.y + 6, names, anchor="end")
    return box


def stack(figure: Figure, x: float, y: float, label: str, kind: str, shape: str) -> Box:
    """Draw the array that holds one slice for every step."""
    for behind in (10, 5):
        figure.node(x + behind, y - behind, "", kind, width=122, height=54)
    return figure.node(x, y, label, kind, shape=shape, width=122)


def rnn_backward() -> Figure:
    """Draw the gradients walking back from the last step to the first."""
    figure = Figure(
        "rnn_backward",
        "Backward through time",
        "The unrolled RNN in reverse: before each cell, da⟨t⟩ from above and δ⟨t+1⟩ from the right "
        "are added; dx⟨t⟩ leaves below, da⟨0⟩ leaves at the left, and the dWax, dWaa and dba of "
        "all steps are summed.",
        860,
        500,
    )
    level = 240.0
    figure.maths(832, 40, "da_{next} = da^{⟨t⟩} + δ^{⟨t+1⟩}", anchor="end")
    first = figure.node(64, level, "da^{⟨0⟩}", "a", shape="(n_a, m)", gradient=True, width=84)
    figure.maths(64, level + 48, "= δ^{⟨1⟩}", size=18)
    sums = sum_bar(figure, Box(430, 454, 804, 44))
    steps = [
        backward_step(figure, x, level, step, sums)
        for x, step in zip((190.0, 396.0, 684.0), STEPS, strict=True)
    ]
    (cell, joint), (next_cell, next_joint), (last_cell, last_joint) = steps
    figure.arrow(cell.left, first.right, gradient=True)
    figure.arrow(next_cell.left, joint.right, gradient=True)
    figure.arrow((550, level), next_joint.right, gradient=True)
    figure.arrow(last_cell.left, (580, level), gradient=True)
    figure.arrow((840, level), last_joint.right, gradient=True)
    figure.maths(565, level + 4, "···")
    figure.maths(848, level + 44, "δ^{⟨T_{x}+1⟩} = 0", anchor="end")
    for x, step in ((322, "2"), (529, "3"), (605, "T_{x}")):
        figure.maths(x, level - 12, f"δ^{{⟨{step}⟩}}")
    return figure


def backward_step(figure: Figure, x: float, level: float, step: str, sums: Box) -> tuple[Box, Box]:
    """Draw one cell, the sum at its right, and what leaves it below."""
    cell = cell_box(figure, x, level, step)
    joint = figure.plus(x + 96, level, gradient=True)
    arriving = figure.node(
        joint.x, 128, f"da^{{⟨{step}⟩}}", "a", shape="(n_a, m)", gradient=True, width=84
    )
    figure.maths(joint.x, 90, f'"from" ŷ^{{⟨{step}⟩}}', size=20)
    word = figure.node(x, 355, f"dx^{{⟨{step}⟩}}", "x", shape="(n_x, m)", gradient=True, width=78)
    figure.arrow(arriving.bottom, joint.top, gradient=True)
    figure.arrow(joint.left, cell.right, gradient=True)
    figure.arrow(cell.bottom, word.top, gradient=True)
    side = x + 47
    figure.arrow((side, cell.bottom[1]), (side, sums.top[1]), gradient=True)
    return cell, joint


def sum_bar(figure: Figure, box: Box) -> Box:
    """Draw where the parameter gradients of all steps are collected."""
    colour = COLOURS["gradient"]
    figure.rectangle(box, fill=tint(colour, 0.16), stroke=colour, corner=2, dashed=True)
    figure.maths(
        box.x,
        box.y + 6,
        'dW_{ax} = "Σ"_{t} dW_{ax}^{⟨t⟩}\u2003\u2003dW_{aa} = "Σ"_{t} dW_{aa}^{⟨t⟩}'
        '\u2003\u2003db_{a} = "Σ"_{t} db_{a}^{⟨t⟩}',
    )
    return box
