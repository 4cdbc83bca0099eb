"""One LSTM cell, backward."""

from drawing import Box, Figure
from figures_cell import cell_frame, explain_dashes
from figures_lstm import CANDIDATE, LEFT, RIGHT, highway

from grader.show.palette import COLOURS, tint

ROAD, BUS, ARRIVAL = 130.0, 226.0, 240.0
PRODUCTS, SLOPES, ERRORS, READERS = 290.0, 346.0, 412.0, 502.0
COLUMNS = {"f": 204.0, "i": 338.0, "c": 472.0, "o": 640.0}
FACTORS = {
    "f": (("⊙ c^{⟨t−1⟩}", "c"), ("⊙ Γ_{f} (1 − Γ_{f})", "gate")),
    "i": ((f"⊙ {CANDIDATE}", "c"), ("⊙ Γ_{i} (1 − Γ_{i})", "gate")),
    "c": (("⊙ Γ_{i}", "gate"), (f"⊙ (1 − {CANDIDATE}^{{2}})", "c")),
    "o": (('⊙ "tanh" c^{⟨t⟩}', "c"), ("⊙ Γ_{o} (1 − Γ_{o})", "gate")),
}
"""What the gradient meets on its way to each pre-activation: the product, then the slope."""


def lstm_cell_backward() -> Figure:
    """Draw the same step in reverse: the two gradients come in at the right."""
    figure = Figure(
        "LSTM_cell_backward",
        "One LSTM cell, backward",
        "The LSTM cell in reverse: dc_next enters from the right along the highway, da_next below "
        "it; da_next ⊙ Γ_o ⊙ (1 − tanh² c⟨t⟩) is added to dc_next and gives dc. From dc dashed "
        "arrows lead through Γ_f to dc_prev and down to dγ_f, dγ_i and dγ_c, from da_next to dγ_o. "
        "These four give dv, whose first n_a rows are da_prev and whose other rows are dx⟨t⟩, and "
        "every dW_g and db_g.",
        860,
        726,
    )
    cell_frame(figure, "cell t", Box(430, 350, 616, 528))
    explain_dashes(figure)
    highway(figure, LEFT, RIGHT, ROAD)
    draw_cell_state(figure)
    draw_hidden_state(figure)
    for name in COLUMNS:
        draw_error(figure, name)
    errors = draw_tray(figure)
    draw_stack(figure, errors)
    draw_parameter_gradients(figure, errors)
    return figure


def draw_cell_state(figure: Figure) -> None:
    """Draw dc walking back along the highway, and its three readers below."""
    arriving = figure.node(RIGHT, ROAD, "dc_{next}", "c", shape="(n_a, m)", gradient=True, width=84)
    total = figure.plus(COLUMNS["o"], ROAD, gradient=True)
    error = figure.node(COLUMNS["c"], ROAD, "dc", "c", shape="(n_a, m)", gradient=True, width=84)
    keep = figure.node(COLUMNS["f"], ROAD, "⊙ Γ_{f}", "gate", width=84)
    past = figure.node(LEFT, ROAD, "dc_{prev}", "c", shape="(n_a, m)", gradient=True, width=84)
    figure.arrow(arriving.left, total.right, gradient=True)
    figure.arrow(total.left, error.right, gradient=True)
    figure.arrow(error.left, keep.right, gradient=True)
    figure.arrow(keep.left, past.right, gradient=True)
    figure.arrow(error.bottom, (error.x, PRODUCTS - 18), gradient=True)
    for name in "if":
        x = COLUMNS[name]
        figure.arrow((error.x, BUS), (x, BUS), (x, PRODUCTS - 18), gradient=True)
    figure.dot(error.x, BUS, gradient=True)
    figure.dot(COLUMNS["i"], BUS, gradient=True)
    equation = 'dc = dc_{next} + da_{next} ⊙ Γ_{o} ⊙ (1 − "tanh"^{2} c^{⟨t⟩})'
    figure.maths(146, 198, equation, size=18, anchor="start")


def draw_hidden_state(figure: Figure) -> None:
    """Draw da_next and its two readers: dγ_o below, the highway above."""
    x = COLUMNS["o"]
    arriving = figure.node(
        RIGHT, ARRIVAL, "da_{next}", "a", shape="(n_a, m)", gradient=True, width=84
    )
    label = '⊙ Γ_{o} ⊙ (1 − "tanh"^{2} c^{⟨t⟩})'
    slope = figure.node(x, 186, label, "gate", width=180, height=36, size=18)
    figure.arrow(arriving.left, (x, ARRIVAL), slope.bottom, gradient=True)
    figure.arrow(slope.top, (x, ROAD + 14), gradient=True)
    figure.arrow((x, ARRIVAL), (x, PRODUCTS - 18), gradient=True)
    figure.dot(x, ARRIVAL, gradient=True)


def draw_error(figure: Figure, name: str) -> None:
    """Draw one column: through the product and through the slope to dγ."""
    x = COLUMNS[name]
    (factor, factor_kind), (slope, slope_kind) = FACTORS[name]
    product = figure.node(x, PRODUCTS, factor, factor_kind, width=122, height=36, size=18)
    steep = figure.node(x, SLOPES, slope, slope_kind, width=122, height=36, size=18)
    kind = "c" if name == "c" else "gate"
    error = figure.node(
        x, ERRORS, f"dγ_{{{name}}}", kind, shape="(n_a, m)", gradient=True, width=84
    )
    figure.arrow(product.bottom, steep.top, gradient=True)
    figure.arrow(steep.bottom, error.top, gradient=True)


def draw_tray(figure: Figure) -> Box:
    """Draw the tray that gathers the four dγ: what leaves it below reads all of them."""
    tray = Box(422, ERRORS + 7, 560, 92)
    rim, bottom = ERRORS - 16, tray.bottom[1]
    for side in (tray.left[0], tray.right[0]):
        half = [(side, rim), (side, bottom), (tray.x, bottom)]
        figure.line(half, colour=COLOURS["gradient"], dashes="7 4")
    for x in COLUMNS.values():
        figure.arrow((x, ERRORS + 27), (x, bottom), gradient=True)
    return tray


def draw_stack(figure: Figure, errors: Box) -> None:
    """Draw what the cell hands back: to the past at the left and to the input below."""
    x = 186.0
    weights = figure.node(x, READERS, '"Σ"_{g} W_{g}^{"T"} ·', "parameter", width=96, height=36)
    vector, colour = Box(x, 572, 96, 64), COLOURS["gradient"]
    figure.rectangle(vector, fill=tint(colour, 0.16), stroke=colour, corner=2, dashed=True)
    figure.line([vector.left, vector.right], colour=colour, dashes="5 4")
    figure.shape(x, vector.y - 12, "[:n_a]")
    figure.shape(x, vector.y + 20, "[n_a:]")
    past = figure.node(
        LEFT, vector.y - 16, "da_{prev}", "a", shape="(n_a, m)", gradient=True, width=84
    )
    word = figure.node(x, 676, "dx^{⟨t⟩}", "x", shape="(n_x, m)", gradient=True, width=84)
    figure.arrow((x, errors.bottom[1]), weights.top, gradient=True)
    figure.arrow(weights.bottom, vector.top, gradient=True)
    figure.arrow((vector.left[0], past.y), past.right, gradient=True)
    figure.arrow(vector.bottom, word.top, gradient=True)
    figure.maths(vector.right[0] + 10, vector.y - 4, "dv", anchor="start")
    figure.shape(vector.right[0] + 10, vector.y + 18, "(n_a + n_x, m)", anchor="start")


def draw_parameter_gradients(figure: Figure, errors: Box) -> None:
    """Draw the gradients that the optimiser will use, one of each kind for every g."""
    for x, label, operation, result, shape in (
        (405, '· v^{"T"}', 96, "dW_{g}", "(n_a, n_a + n_x)"),
        (575, '"Σ"_{"batch"}', 84, "db_{g}", "(n_a, 1)"),
    ):
        step = figure.node(x, READERS, label, "ink", width=operation, height=36)
        width = 138 if "W" in result else 92
        gradient = figure.node(x, 676, result, "parameter", shape=shape, gradient=True, width=width)
        figure.arrow((x, errors.bottom[1]), step.top, gradient=True)
        figure.arrow(step.bottom, gradient.top, gradient=True)
    figure.words(490, 600, "for each g = f, i, c, o", colour=COLOURS["quiet"])
