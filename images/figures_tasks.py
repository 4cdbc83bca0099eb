"""Seven sequence tasks as small pictures of what goes in and what comes out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drawing import Box, Figure
from labels import number

from grader.show.palette import COLOURS

PANEL_WIDTH, PANEL_HEIGHT, PITCH = 384.0, 212.0, 50.0
Sketch = Callable[[Figure, Box, int], None]


@dataclass(frozen=True)
class Task:
    """One panel: ``inputs`` and ``outputs`` map a step to the text in its box."""

    name: str
    kind: str
    lengths: str
    note: str
    inputs: dict[int, str]
    outputs: dict[int, str]
    sketch: Sketch | None = None


def at(steps: Sequence[int], texts: str) -> dict[int, str]:
    """Put the words of a text at the given steps."""
    return dict(zip(steps, texts.split(), strict=True))


def seven_tasks() -> Figure:
    """Draw the seven panels and a key."""
    figure = Figure(
        "seven_tasks",
        "Seven tasks: a sequence goes in, a sequence comes out",
        "Seven small diagrams with inputs below, hidden states in the middle and outputs above: "
        "music generation is one-to-many; sentiment and video activity are many-to-one; DNA "
        "analysis is many-to-one or gives one output per base; named entities give one output per "
        "word; speech recognition and translation give an output of another length than the input.",
        840,
        962,
    )
    for index, task in enumerate(TASKS):
        draw_task(figure, task, 28 + 400 * (index % 2), 60 + 222 * (index // 2))
    draw_key(figure, 428, 60 + 222 * 3)
    return figure


def draw_task(figure: Figure, task: Task, x: float, y: float) -> None:
    """Draw one panel with its upper left corner at (x, y)."""
    panel(figure, x, y, task.name)
    figure.words(x + 370, y + 25, task.kind, anchor="end", colour=COLOURS["quiet"])
    figure.maths(x + 14, y + 199, task.lengths, size=18, anchor="start")
    figure.words(x + 370, y + 199, task.note, anchor="end", colour=COLOURS["quiet"])
    steps = max([*task.inputs, *task.outputs]) + 1
    first = x + (PANEL_WIDTH - PITCH * (steps - 1)) / 2
    for step in range(steps):
        column = first + PITCH * step
        state = figure.node(column, y + 107, "", "a", width=22, height=22)
        if step + 1 < steps:
            figure.arrow(state.right, (column + PITCH - 11, y + 107))
        if step in task.inputs:
            box = token(figure, column, y + 156, task.inputs[step], "x")
            figure.arrow(box.top, state.bottom)
            if task.sketch:
                task.sketch(figure, box, step)
        if step in task.outputs:
            box = token(figure, column, y + 58, task.outputs[step], "y_hat")
            figure.arrow(state.top, box.bottom)
    if steps - 1 not in task.inputs and len(task.inputs) > 1:
        figure.words(first + 1.5 * PITCH, y + 78, "encoder", colour=COLOURS["quiet"])
        figure.words(first + 5 * PITCH, y + 145, "decoder", colour=COLOURS["quiet"])


def panel(figure: Figure, x: float, y: float, name: str) -> None:
    """Draw the frame of a panel and its name."""
    box = Box(x + PANEL_WIDTH / 2, y + PANEL_HEIGHT / 2, PANEL_WIDTH, PANEL_HEIGHT)
    figure.rectangle(box, fill="none", stroke=COLOURS["edge"], corner=10, width=1.5)
    figure.words(x + 14, y + 25, name, size=14, anchor="start", bold=True)


def token(figure: Figure, x: float, y: float, text: str, kind: str) -> Box:
    """Draw one step's input or output."""
    width = 45 if len(text) < 6 else 62
    box = figure.node(x, y, "", kind, width=width, height=30)
    if text == "☺":
        draw_smile(figure, box)
    else:
        figure.words(x, y + 4.5, text)
    return box


def draw_smile(figure: Figure, box: Box) -> None:
    """Draw a face, because fonts disagree about the character."""
    x, y, ink = box.x, box.y, COLOURS["ink"]
    for side in (-4, 4):
        figure.add(f'<circle cx="{number(x + side)}" cy="{number(y - 3)}" r="1.6" fill="{ink}"/>')
    figure.add(f'<circle cx="{number(x)}" cy="{number(y)}" r="10.5" fill="none" stroke="{ink}"/>')
    figure.add(
        f'<path d="M{number(x - 6)} {number(y + 2)} q6 7 12 0" fill="none" stroke="{ink}" '
        'stroke-width="1.6" stroke-linecap="round"/>'
    )


def draw_ball(figure: Figure, box: Box, step: int) -> None:
    """Draw a ball in one frame of a clip: down, and up again."""
    x, y = box.x + 6 * (step - 2), box.y + (-7, 1, 9, 1, -7)[step]
    figure.add(f'<circle cx="{number(x)}" cy="{number(y)}" r="4.5" fill="{COLOURS["ink"]}"/>')


def draw_sound(figure: Figure, box: Box, step: int) -> None:
    """Draw how loud one frame of sound is, sample by sample."""
    loudness = (2, 4, 7, 5, 9, 11, 8, 10, 6, 8, 5, 7, 4, 6, 9, 7, 10, 6, 8, 4, 3)
    for index, half in enumerate(loudness[3 * step : 3 * step + 3]):
        x = box.x + 11 * (index - 1)
        figure.line([(x, box.y - half), (x, box.y + half)], colour=COLOURS["ink"], width=3)


def draw_key(figure: Figure, x: float, y: float) -> None:
    """Draw how to read the panels."""
    panel(figure, x, y, "How to read them")
    column = x + 50
    output = token(figure, column, y + 58, "", "y_hat")
    state = figure.node(column, y + 107, "", "a", width=22, height=22)
    word = token(figure, column, y + 156, "", "x")
    figure.arrow(word.top, state.bottom)
    figure.arrow(state.top, output.bottom)
    figure.arrow(state.right, (column + 44, y + 107))
    rows = (
        (58, "ŷ^{⟨t⟩}", "what the network predicts"),
        (107, "a^{⟨t⟩}", "what it remembers"),
        (156, "x^{⟨t⟩}", "what it reads"),
    )
    for height, label, meaning in rows:
        figure.maths(column + 58, y + height + 6, label, anchor="start")
        figure.words(column + 104, y + height + 5, meaning, anchor="start")
    figure.words(x + 14, y + 199, "Time runs from left to right.", anchor="start")


TASKS = (
    Task(
        "Music generation",
        "one-to-many",
        "T_{x} = 1, T_{y} = 6",
        "one first note, then a tune",
        {0: "C"},
        at(range(6), "E G A G E C"),
    ),
    Task(
        "Sentiment classification",
        "many-to-one",
        "T_{x} = 4, T_{y} = 1",
        "read to the end, then judge",
        at(range(4), "not bad at all"),
        {3: "☺"},
    ),
    Task(
        "Video activity recognition",
        "many-to-one",
        "T_{x} = 5, T_{y} = 1",
        "the order of the frames matters",
        dict.fromkeys(range(5), ""),
        {4: "bounce"},
        draw_ball,
    ),
    Task(
        "DNA sequence analysis",
        "many-to-many",
        "T_{x} = T_{y} = 7",
        "per base, or one answer at the end",
        at(range(7), "G T A T A A T"),
        at(range(7), "– box box box box box box"),
    ),
    Task(
        "Named entity recognition",
        "many-to-many",
        "T_{x} = T_{y} = 5",
        "one label for every word",
        at(range(5), "from Lyon to Oslo today"),
        at(range(5), "– place – place date"),
    ),
    Task(
        "Speech recognition",
        "many-to-many",
        "T_{x} = 7, T_{y} = 3",
        "many frames of sound, few letters",
        dict.fromkeys(range(7), ""),
        at((1, 3, 6), "y e s"),
        draw_sound,
    ),
    Task(
        "Machine translation",
        "many-to-many",
        "T_{x} = 4, T_{y} = 3",
        "read it all, then write",
        at(range(4), "je ne sais pas"),
        at((4, 5, 6), "I don’t know"),
    ),
)
