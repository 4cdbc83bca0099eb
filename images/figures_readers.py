"""One hidden state with two readers: the reason why two gradients are added."""

from drawing import Box, Figure

from grader.show.palette import COLOURS, tint


def two_readers() -> Figure:
    """Draw the same corner of the network twice, forward and backward."""
    figure = Figure(
        "two_readers",
        "One hidden state, two readers",
        "The state a⟨t⟩ is read by ŷ⟨t⟩ above it and by the next cell at its right; in the "
        "backward pass a gradient comes back along each of the two arrows, and they are added.",
        840,
        390,
    )
    figure.line([(420, 66), (420, 362)], colour=COLOURS["edge"], width=1.5)
    draw_forward(figure, 28)
    draw_backward(figure, 448)
    return figure


def draw_forward(figure: Figure, x: float) -> None:
    """Draw both readers taking the state."""
    cell, following, output = surroundings(figure, x, "forward")
    prediction = figure.node(x + 302, 134, "ŷ^{⟨t⟩}", "y_hat", width=84)
    state = figure.node(x + 156, 280, "a^{⟨t⟩}", "a", width=76)
    figure.arrow(cell.right, state.left)
    figure.arrow(state.top, output.bottom)
    figure.arrow(state.right, following.left)
    figure.arrow(output.right, prediction.left)
    figure.words(x + 170, 212, "read by the output layer", anchor="start")
    figure.words(x + 196, 340, "read by the next cell as its memory")


def draw_backward(figure: Figure, x: float) -> None:
    """Draw both gradients coming back."""
    cell, following, output = surroundings(figure, x, "backward")
    joint = figure.plus(x + 156, 280, gradient=True)
    prediction = figure.node(x + 302, 134, "ŷ^{⟨t⟩}", "y_hat", width=84)
    figure.arrow(prediction.left, output.right, gradient=True)
    figure.arrow(output.bottom, joint.top, gradient=True)
    figure.arrow(following.left, joint.right, gradient=True)
    figure.arrow(joint.left, cell.right, gradient=True)
    figure.maths(x + 170, 216, "da^{⟨t⟩}", anchor="start")
    figure.maths(x + 217, 268, "δ^{⟨t+1⟩}")
    figure.maths(x + 156, 340, "da_{next} = da^{⟨t⟩} + δ^{⟨t+1⟩}")


def surroundings(figure: Figure, x: float, heading: str) -> tuple[Box, Box, Box]:
    """Draw the two cells and the output layer that both passes go through."""
    figure.words(x, 82, heading, size=14, anchor="start", bold=True)
    cell = closed(figure, Box(x + 42, 280, 84, 64), "cell", "t")
    following = closed(figure, Box(x + 302, 280, 84, 64), "cell", "t + 1")
    output = closed(figure, Box(x + 156, 134, 120, 64), "output layer", "W_{ya}, b_{y}")
    return cell, following, output


def closed(figure: Figure, box: Box, name: str, label: str) -> Box:
    """Draw a part whose inside does not matter here."""
    fill = tint(COLOURS["parameter"], 0.08)
    figure.rectangle(box, fill=fill, stroke=COLOURS["ink"], corner=14)
    figure.words(box.x, box.y - 5, name)
    figure.maths(box.x, box.y + 18, label, size=18)
    return box
