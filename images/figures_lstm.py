"""One LSTM cell, forward."""

from drawing import Box, Figure
from figures_cell import cell_frame

from grader.show.palette import COLOURS, tint

CANDIDATE = "c\u0303"
ROAD, MEMORY, GATES, WEIGHTS, BUS = 335.0, 470.0, 470.0, 540.0, 592.0
COLUMNS = {"f": 290.0, "i": 382.0, "c": 474.0, "o": 566.0}
EXIT, RISE = 636.0, 684.0
LEFT, RIGHT = 64.0, 796.0


def lstm_cell() -> Figure:
    """Draw one step forward: the cell state above, the hidden state below, ŷ⟨t⟩ upwards."""
    figure = Figure(
        "LSTM",
        "One LSTM cell, forward",
        "One LSTM cell: a⟨t−1⟩ is stacked on x⟨t⟩ and feeds the gates Γ_f, Γ_i, Γ_o and the "
        "candidate c̃; along the top, c⟨t−1⟩ times Γ_f plus Γ_i times c̃ is c⟨t⟩; Γ_o times the "
        "tanh of c⟨t⟩ is a⟨t⟩, which leaves to the right and also rises through Wy, plus by, and "
        "softmax to ŷ⟨t⟩.",
        860,
        726,
    )
    cell_frame(figure, "cell t", Box(430, 380, 616, 508))
    write_equations(figure)
    write_shapes(figure)
    highway(figure, LEFT, RIGHT, ROAD)
    vector = draw_stack(figure)
    draw_gates(figure, vector)
    draw_cell_state(figure)
    draw_hidden_state(figure)
    draw_output_layer(figure)
    return figure


def highway(figure: Figure, start: float, end: float, level: float) -> None:
    """Draw the road on which the cell state passes through."""
    colour = tint(COLOURS["c"], 0.3)
    figure.rectangle(Box((start + end) / 2, level, end - start, 22), fill=colour, stroke="none")


def write_equations(figure: Figure) -> None:
    """Write what the cell computes, in the order in which it does."""
    equations = (
        "v = [a^{⟨t−1⟩}; x^{⟨t⟩}]",
        'Γ_{g} = σ(W_{g} v + b_{g})\u2003"for the gates," g = f, i, o',
        f'{CANDIDATE} = "tanh"(W_{{c}} v + b_{{c}})',
        f"c^{{⟨t⟩}} = Γ_{{f}} ⊙ c^{{⟨t−1⟩}} + Γ_{{i}} ⊙ {CANDIDATE}",
        'a^{⟨t⟩} = Γ_{o} ⊙ "tanh" c^{⟨t⟩}',
        'ŷ^{⟨t⟩} = "softmax"(W_{y} a^{⟨t⟩} + b_{y})',
    )
    for row, equation in enumerate(equations):
        figure.maths(146, 162 + 27 * row, equation, size=18, anchor="start")


def draw_stack(figure: Figure) -> Box:
    """Draw a⟨t−1⟩ and x⟨t⟩ coming in, one on top of the other."""
    vector = Box(186, BUS, 96, 64)
    for label, kind, middle in (("a^{⟨t−1⟩}", "a", BUS - 16), ("x^{⟨t⟩}", "x", BUS + 16)):
        half, colour = Box(vector.x, middle, 96, 32), COLOURS[kind]
        figure.rectangle(half, fill=tint(colour, 0.16), stroke=colour, corner=2)
        figure.maths(vector.x, middle + 6, label, size=18)
    past = figure.node(LEFT, BUS - 16, "a^{⟨t−1⟩}", "a", shape="(n_a, m)", width=84)
    word = figure.node(vector.x, 676, "x^{⟨t⟩}", "x", shape="(n_x, m)", width=84)
    figure.arrow(past.right, (vector.left[0], past.y))
    figure.arrow(word.top, vector.bottom)
    return vector


def draw_gates(figure: Figure, vector: Box) -> None:
    """Draw the four readers of the stacked vector."""
    for name, x in COLUMNS.items():
        label = CANDIDATE if name == "c" else f"Γ_{{{name}}}"
        call = "tanh" if name == "c" else "sigmoid"
        kind = "c" if name == "c" else "gate"
        gate = figure.node(x, GATES, label, kind, shape=call, width=76)
        weights = figure.node(
            x, WEIGHTS, f"W_{{{name}}}\u200a, b_{{{name}}}", "parameter", width=76
        )
        corner = [vector.right] if name == "o" else []
        figure.arrow(*corner, (x, BUS), weights.bottom)
        figure.arrow(weights.top, gate.bottom)
        if name != "o":
            figure.dot(x, BUS)
    figure.maths(vector.right[0] + 28, BUS - 8, "v")
    figure.shape(vector.right[0] + 10, BUS + 21, "(n_a + n_x, m)", anchor="start")


def draw_cell_state(figure: Figure) -> None:
    """Draw the highway: what is kept, and what is added."""
    past = figure.node(LEFT, ROAD, "c^{⟨t−1⟩}", "c", shape="(n_a, m)", width=84)
    state = figure.node(RIGHT, ROAD, "c^{⟨t⟩}", "c", shape="(n_a, m)", width=84)
    keep = figure.times(COLUMNS["f"], ROAD)
    middle = (COLUMNS["i"] + COLUMNS["c"]) / 2
    admit = figure.times(middle, ROAD + 72)
    total = figure.plus(middle, ROAD)
    figure.arrow((COLUMNS["f"], GATES - 27), keep.bottom)
    figure.shape(COLUMNS["f"] + 10, admit.y + 4, "(n_a, m)", anchor="start")
    figure.arrow((COLUMNS["i"], GATES - 27), (COLUMNS["i"], admit.y), admit.left)
    figure.arrow((COLUMNS["c"], GATES - 27), (COLUMNS["c"], admit.y), admit.right)
    figure.arrow(admit.top, total.bottom)
    figure.arrow(past.right, keep.left)
    figure.arrow(keep.right, total.left)
    figure.arrow(total.right, state.left)


def draw_hidden_state(figure: Figure) -> None:
    """Draw how the output gate lets c⟨t⟩ out as a⟨t⟩."""
    tanh = figure.node(EXIT, 404, '"tanh"', "ink", width=58)
    show = figure.times(EXIT, MEMORY)
    state = figure.node(RIGHT, MEMORY, "a^{⟨t⟩}", "a", shape="(n_a, m)", width=84)
    figure.dot(EXIT, ROAD)
    figure.arrow((EXIT, ROAD), tanh.top)
    figure.arrow(tanh.bottom, show.top)
    figure.arrow((COLUMNS["o"] + 38, GATES), show.left)
    figure.arrow(show.right, state.left)
    figure.dot(RISE, MEMORY)


def draw_output_layer(figure: Figure) -> None:
    """Draw the second reader of a⟨t⟩: under the highway and up to ŷ⟨t⟩."""
    weigh = figure.node(RISE, 272, "W_{y}", "parameter", shape="(n_y, n_a)", width=92)
    total = figure.plus(RISE, 211)
    bias = figure.node(556, 211, "b_{y}", "parameter", shape="(n_y, 1)", width=84)
    softmax = figure.node(RISE, 158, '"softmax"', "ink", width=92)
    prediction = figure.node(RISE, 85, "ŷ^{⟨t⟩}", "y_hat", shape="(n_y, m)", width=84)
    below, above = (RISE, ROAD + 11), (RISE, ROAD - 11)
    figure.line([(RISE, MEMORY), below], colour=COLOURS["ink"])
    figure.arrow(above, weigh.bottom)
    figure.arrow(weigh.top, total.bottom)
    figure.arrow(bias.right, total.left)
    figure.arrow(total.top, softmax.bottom)
    figure.arrow(softmax.top, prediction.bottom)
    figure.shape(RISE - 12, 237, "(n_y, m)", anchor="end")


def write_shapes(figure: Figure) -> None:
    """Write the shapes of the parameters once for all four readers."""
    level, start = 681.0, 262.0
    figure.maths(start, level, '"in all four columns," g = f, i, c, o:', size=18, anchor="start")
    for x, label, shape in ((538, "W_{g}", "(n_a, n_a + n_x)"), (708, "b_{g}", "(n_a, 1)")):
        figure.maths(x, level, label, size=18, anchor="start")
        figure.shape(x + (32 if "W" in label else 24), level, shape, anchor="start")
