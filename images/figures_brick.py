"""The brick of input data: features first, batch second, time last."""

from drawing import Box, Figure, Point
from labels import number

from grader.show.palette import COLOURS, tint

FEATURES, BATCH, TIME = 4, 3, 6
LIT = 3
EDGE = 38.0
DEPTH = (21.0, -15.0)
ORIGIN = (142.0, 180.0)
GAP_BEFORE, GAP_AFTER = 26.0, 78.0


def brick() -> Figure:
    """Draw the brick with one time slice lit, and the slice beside it as a matrix."""
    figure = Figure(
        "brick",
        "The input: features first, batch second, time last",
        "A brick of numbers with n_x features downwards, m examples into the depth and T_x steps "
        "to the right; one slice through it, x[:, :, t], is lit and shown again at the right as an "
        "(n_x, m) matrix.",
        840,
        430,
    )
    for step in range(TIME):
        draw_slab(figure, step)
    label_axes(figure)
    matrix = Box(720, 240, BATCH * EDGE, FEATURES * EDGE)
    draw_matrix(figure, matrix)
    lit_x, lit_y = place(LIT, 0.5, 0, BATCH)
    figure.arrow((lit_x, lit_y - 8), (lit_x, 88), (matrix.x, 88), (matrix.x, matrix.top[1] - 8))
    return figure


def place(step: int, right: float, down: float, deep: float) -> Point:
    """Project a point of a slab, in edge lengths from its upper front left corner."""
    gap = GAP_BEFORE * (step >= LIT) + GAP_AFTER * (step > LIT)
    return (
        ORIGIN[0] + EDGE * (step + right) + DEPTH[0] * deep + gap,
        ORIGIN[1] + EDGE * down + DEPTH[1] * deep,
    )


def draw_slab(figure: Figure, step: int) -> None:
    """Draw one time step: all features of all examples."""
    colour = COLOURS["x"] if step == LIT else COLOURS["parameter"]
    share = 0.45 if step == LIT else 0.12
    for down in range(FEATURES):
        corners = ((0, down, 0), (1, down, 0), (1, down + 1, 0), (0, down + 1, 0))
        draw_face(figure, step, corners, tint(colour, share), colour)
    for deep in reversed(range(BATCH)):
        corners = ((0, 0, deep), (1, 0, deep), (1, 0, deep + 1), (0, 0, deep + 1))
        draw_face(figure, step, corners, tint(colour, share * 0.55), colour)
        for down in range(FEATURES):
            corners = (
                (1, down, deep),
                (1, down, deep + 1),
                (1, down + 1, deep + 1),
                (1, down + 1, deep),
            )
            draw_face(figure, step, corners, tint(colour, share * 1.5), colour)


def draw_face(
    figure: Figure,
    step: int,
    corners: tuple[tuple[float, float, float], ...],
    fill: str,
    stroke: str,
) -> None:
    """Draw one side of one number's cube."""
    outline = " ".join(f"{number(x)},{number(y)}" for x, y in (place(step, *c) for c in corners))
    figure.add(
        f'<polygon points="{outline}" fill="{fill}" stroke="{stroke}" stroke-width="1.4" '
        'stroke-linejoin="round"/>'
    )


def label_axes(figure: Figure) -> None:
    """Name the three axes with arrows along the brick."""
    left = ORIGIN[0] - 14
    figure.arrow((left, place(0, 0, 0, 0)[1]), (left, place(0, 0, FEATURES, 0)[1]))
    figure.shape(left - 12, 240, "axis 0", anchor="end")
    figure.shape(left - 12, 260, "features", anchor="end")
    figure.maths(left - 12, 282, "n_{x}", size=18, anchor="end")
    (near_x, near_y), (far_x, far_y) = place(0, 0, 0, 0), place(0, 0, 0, BATCH)
    figure.arrow((near_x - 9, near_y - 11), (far_x - 9, far_y - 11))
    label_axis(figure, far_x + 2, far_y - 16, 1, "batch", "m")
    bottom = place(0, 0, FEATURES, 0)[1] + 16
    end = place(TIME - 1, 1, 0, 0)[0]
    figure.arrow((ORIGIN[0], bottom), (end, bottom))
    label_axis(figure, end + 12, bottom + 5, 2, "time", "T_{x}")
    lit = (place(LIT, 0, 0, 0)[0] + place(LIT, 1, 0, 0)[0]) / 2
    figure.maths(lit, bottom + 26, "t", size=20)


def label_axis(figure: Figure, x: float, y: float, index: int, name: str, length: str) -> None:
    """Write an axis in one line: its number, its name, its length."""
    text = f"axis {index} · {name}"
    figure.shape(x, y, text, anchor="start")
    figure.maths(x + 7.6 * len(text) + 10, y, length, size=18, anchor="start")


def draw_matrix(figure: Figure, matrix: Box) -> None:
    """Draw the lit slice face on."""
    colour = COLOURS["x"]
    left, top = matrix.left[0], matrix.top[1]
    for row in range(FEATURES):
        for column in range(BATCH):
            cell = Box(left + EDGE * (column + 0.5), top + EDGE * (row + 0.5), EDGE, EDGE)
            figure.rectangle(cell, fill=tint(colour, 0.45), stroke=colour, width=1.4)
    figure.shape(matrix.x, matrix.bottom[1] + 24, "x[:, :, t]")
    figure.shape(matrix.x, matrix.bottom[1] + 44, "(n_x, m)")
    figure.words(matrix.x, matrix.bottom[1] + 66, "one column, one example")
