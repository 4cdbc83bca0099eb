"""One RNN cell, forward and backward."""

from drawing import Box, Figure

from grader.show.palette import COLOURS, tint


def rnn_cell() -> Figure:
    """Draw one step forward: the memory from left to right, the prediction upwards."""
    figure = Figure(
        "rnn_cell",
        "One RNN cell, forward",
        "One RNN cell: x⟨t⟩ enters from below through Wax and a⟨t−1⟩ from the left through Waa; "
        "their sum plus ba goes through tanh to a⟨t⟩, which leaves to the right and also rises "
        "through Wya, plus by, and softmax to ŷ⟨t⟩.",
        840,
        612,
    )
    cell_frame(figure, "cell t")
    figure.maths(174, 168, "z = W_{ax} x^{⟨t⟩} + W_{aa} a^{⟨t−1⟩} + b_{a}", anchor="start")
    figure.maths(174, 200, 'a^{⟨t⟩} = "tanh" z', anchor="start")
    figure.maths(174, 232, 'ŷ^{⟨t⟩} = "softmax"(W_{ya} a^{⟨t⟩} + b_{y})', anchor="start")
    draw_memory(figure)
    draw_output_layer(figure)
    return figure


FRAME = Box(422, 320, 535, 370)


def cell_frame(figure: Figure, label: str, frame: Box = FRAME) -> None:
    """Draw the border between a cell and the world."""
    figure.rectangle(
        frame, fill=tint(COLOURS["parameter"], 0.08), stroke=COLOURS["edge"], corner=18
    )
    corner = (frame.right[0] - 14.5, frame.bottom[1] - 13)
    figure.words(*corner, label, anchor="end", colour=COLOURS["quiet"])


def draw_memory(figure: Figure) -> None:
    """Draw the path from x⟨t⟩ and a⟨t−1⟩ to a⟨t⟩."""
    level, joint = 365.0, 370.0
    past = figure.node(75, level, "a^{⟨t−1⟩}", "a", shape="(n_a, m)")
    remember = figure.node(230, level, "W_{aa}", "parameter", shape="(n_a, n_a)", width=96)
    total = figure.plus(joint, level)
    tanh = figure.node(490, level, '"tanh"', "ink", width=64)
    state = figure.node(765, level, "a^{⟨t⟩}", "a", shape="(n_a, m)")
    bias = figure.node(joint, 285, "b_{a}", "parameter", shape="(n_a, 1)", width=84)
    read = figure.node(joint, 450, "W_{ax}", "parameter", shape="(n_a, n_x)", width=96)
    word = figure.node(joint, 560, "x^{⟨t⟩}", "x", shape="(n_x, m)")
    figure.arrow(past.right, remember.left)
    figure.arrow(remember.right, total.left)
    figure.arrow(word.top, read.bottom)
    figure.arrow(read.top, total.bottom)
    figure.arrow(bias.bottom, total.top)
    figure.arrow(total.right, tanh.left)
    figure.arrow(tanh.right, state.left)
    figure.shape(317, level + 21, "(n_a, m)")
    figure.maths(421, level - 10, "z")
    figure.shape(421, level + 21, "(n_a, m)")


def draw_output_layer(figure: Figure) -> None:
    """Draw the second reader of a⟨t⟩: the path up to ŷ⟨t⟩."""
    column = 604.0
    figure.dot(column, 365)
    weigh = figure.node(column, 296, "W_{ya}", "parameter", shape="(n_y, n_a)", width=96)
    total = figure.plus(column, 228)
    bias = figure.node(510, 228, "b_{y}", "parameter", shape="(n_y, 1)", width=84)
    softmax = figure.node(column, 170, '"softmax"', "ink", width=96)
    prediction = figure.node(column, 85, "ŷ^{⟨t⟩}", "y_hat", shape="(n_y, m)")
    figure.arrow((column, 365), weigh.bottom)
    figure.arrow(weigh.top, total.bottom)
    figure.arrow(bias.right, total.left)
    figure.arrow(total.top, softmax.bottom)
    figure.arrow(softmax.top, prediction.bottom)
    figure.shape(column + 20, 257, "(n_y, m)", anchor="start")


def rnn_cell_backward() -> Figure:
    """Draw the same step in reverse: every arrow of the memory path turned round."""
    figure = Figure(
        "rnn_cell_backward",
        "One RNN cell, backward",
        "The RNN cell in reverse: da_next enters from the right and is multiplied by 1 − a⟨t⟩² to "
        "give dz; from dz dashed arrows lead left to dWaa and da_prev, up to dba, down to dx⟨t⟩ "
        "and right to dWax.",
        840,
        612,
    )
    cell_frame(figure, "cell t")
    explain_dashes(figure)
    write_gradients(figure)
    error = draw_error(figure)
    draw_parameter_gradients(figure, error)
    draw_blame(figure, error)
    return figure


def explain_dashes(figure: Figure) -> None:
    """Say what is dashed and what is not."""
    text = "dashed: gradients; solid: what is done to them"
    figure.words(figure.width - 28, 38, text, anchor="end", colour=COLOURS["quiet"])


def write_gradients(figure: Figure) -> None:
    """Write the equations beside the graph."""
    equations = (
        "dz = da_{next} ⊙ (1 − (a^{⟨t⟩})^{2})",
        'dW_{aa} = dz a^{⟨t−1⟩}^{"T"}',
        'dW_{ax} = dz x^{⟨t⟩}^{"T"}',
        'db_{a} = "Σ"_{"batch"} dz',
        'da_{prev} = W_{aa}^{"T"} dz',
        'dx^{⟨t⟩} = W_{ax}^{"T"} dz',
    )
    for row, equation in enumerate(equations):
        figure.maths(442, 166 + 26 * row, equation, size=18, anchor="start")


def draw_error(figure: Figure) -> Box:
    """Draw da_next arriving and passing back through tanh; return dz."""
    level = 335.0
    arriving = figure.node(765, level, "da_{next}", "a", shape="(n_a, m)", gradient=True)
    slope = figure.node(545, level, "⊙ (1 − (a^{⟨t⟩})^{2})", "a", width=156)
    error = figure.node(370, level, "dz", "ink", shape="(n_a, m)", gradient=True)
    figure.arrow(arriving.left, slope.right, gradient=True)
    figure.arrow(slope.left, error.right, gradient=True)
    return error


def draw_blame(figure: Figure, error: Box) -> None:
    """Draw what the cell hands back: to the input below and to the past at the left."""
    forget = figure.node(235, error.y, 'W_{aa}^{"T"} ·', "parameter", width=96)
    past = figure.node(75, error.y, "da_{prev}", "a", shape="(n_a, m)", gradient=True)
    unread = figure.node(error.x, 466, 'W_{ax}^{"T"} ·', "parameter", width=96)
    word = figure.node(error.x, 560, "dx^{⟨t⟩}", "x", shape="(n_x, m)", gradient=True)
    figure.arrow(error.left, forget.right, gradient=True)
    figure.arrow(forget.left, past.right, gradient=True)
    figure.arrow(error.bottom, unread.top, gradient=True)
    figure.arrow(unread.bottom, word.top, gradient=True)


def draw_parameter_gradients(figure: Figure, error: Box) -> None:
    """Draw the gradients that the optimiser will use."""
    upper, lower = 240.0, 413.0
    total = figure.node(error.x, 178, '"Σ"_{"batch"}', "ink", width=84)
    bias = figure.node(error.x, 85, "db_{a}", "parameter", shape="(n_a, 1)", gradient=True)
    memory = figure.node(235, upper, '· a^{⟨t−1⟩}^{"T"}', "a", width=104)
    recurrent = figure.node(75, upper, "dW_{aa}", "parameter", shape="(n_a, n_a)", gradient=True)
    word = figure.node(545, lower, '· x^{⟨t⟩}^{"T"}', "x", width=96)
    weights = figure.node(765, lower, "dW_{ax}", "parameter", shape="(n_a, n_x)", gradient=True)
    figure.arrow(error.top, total.bottom, gradient=True)
    figure.arrow(total.top, bias.bottom, gradient=True)
    figure.arrow((error.x, upper), memory.right, gradient=True)
    figure.arrow(memory.left, recurrent.right, gradient=True)
    figure.arrow((error.x, lower), word.left, gradient=True)
    figure.arrow(word.right, weights.left, gradient=True)
    figure.dot(error.x, upper, gradient=True)
    figure.dot(error.x, lower, gradient=True)
