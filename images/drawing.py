"""The pen: a card on which boxes, arrows and labels are drawn, and which becomes an SVG file.

Every figure of the course is drawn with these few strokes, so that a quantity looks the same
wherever it appears: its colour and its outline come from `OUTLINES`, never from the figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist
from xml.sax.saxutils import escape

from labels import CODE, MATHS, WORDS, maths_spans, number

from grader.show.palette import COLOURS, tint

MATHS_SIZE, WORDS_SIZE, CODE_SIZE, TITLE_SIZE = 20.0, 13.0, 12.5, 17.0
Point = tuple[float, float]

PILL = 99.0
OUTLINES = {
    "x": 2.0,
    "a": PILL,
    "y_hat": 12.0,
    "c": 13.0,
    "gate": 6.0,
    "parameter": 2.0,
    "ink": 6.0,
}
"""Corner radius by quantity: in greyscale, inputs are square and hidden states are round."""

CUT = frozenset({"c"})
"""Whose corners are cut straight off: so that the cell state is no hidden state in greyscale."""


@dataclass(frozen=True)
class Box:
    """Where something was drawn; arrows start and end at its sides."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> Point:
        return self.x - self.width / 2, self.y

    @property
    def right(self) -> Point:
        return self.x + self.width / 2, self.y

    @property
    def top(self) -> Point:
        return self.x, self.y - self.height / 2

    @property
    def bottom(self) -> Point:
        return self.x, self.y + self.height / 2


class Figure:
    """A card of near-white paper: an SVG shown by ``<img>`` cannot know the page's theme."""

    def __init__(self, name: str, title: str, alt: str, width: float, height: float) -> None:
        self.name, self.title, self.alt = name, title, alt
        self.width, self.height = width, height
        self._parts: list[str] = []
        self.words(28, 38, title, size=TITLE_SIZE, anchor="start", bold=True)

    def svg(self) -> str:
        """Return the whole file."""
        size = f'width="{number(self.width)}" height="{number(self.height)}"'
        ids = f"{self.name}-title {self.name}-desc"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
            f'viewBox="0 0 {number(self.width)} {number(self.height)}" '
            f'role="img" aria-labelledby="{ids}">',
            f'<title id="{self.name}-title">{escape(self.title)}</title>',
            f'<desc id="{self.name}-desc">{escape(self.alt)}</desc>',
            f'<rect x="1" y="1" width="{number(self.width - 2)}" '
            f'height="{number(self.height - 2)}" rx="14" '
            f'fill="{COLOURS["paper"]}" stroke="{COLOURS["edge"]}" stroke-width="1.5"/>',
        )
        return "\n".join([*head, *self._parts, "</svg>", ""])

    def add(self, element: str) -> None:
        """Put one SVG element on top of what is drawn already."""
        self._parts.append(element)

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = WORDS_SIZE,
        anchor: str = "middle",
        colour: str = COLOURS["ink"],
        bold: bool = False,
    ) -> None:
        """Write plain words with their baseline at `y`."""
        weight = ' font-weight="bold"' if bold else ""
        self._text(x, y, escape(text), WORDS, size, anchor, colour, weight)

    def maths(
        self, x: float, y: float, markup: str, *, size: float = MATHS_SIZE, anchor: str = "middle"
    ) -> None:
        """Write a formula (see `labels`) with its baseline at `y`."""
        self._text(x, y, maths_spans(markup, size), MATHS, size, anchor, COLOURS["ink"])

    def shape(self, x: float, y: float, text: str, *, anchor: str = "middle") -> None:
        """Write an array's shape, in the letters of code."""
        self._text(x, y, escape(text), CODE, CODE_SIZE, anchor, COLOURS["quiet"])

    def _text(
        self,
        x: float,
        y: float,
        content: str,
        font: str,
        size: float,
        anchor: str,
        colour: str,
        more: str = "",
    ) -> None:
        self.add(
            f'<text x="{number(x)}" y="{number(y)}" font-family="{font}" '
            f'font-size="{number(size)}" text-anchor="{anchor}" fill="{colour}"{more}>'
            f"{content}</text>"
        )

    def rectangle(
        self,
        box: Box,
        *,
        fill: str,
        stroke: str,
        corner: float = 0,
        width: float = 2,
        dashed: bool = False,
        cut: bool = False,
    ) -> None:
        """Draw a rectangle; corners rounder than half its height make a pill."""
        radius = min(corner, box.height / 2, box.width / 2)
        dashes = ' stroke-dasharray="5 4"' if dashed else ""
        if cut:
            corners = octagon(box, min(corner, 0.3 * box.height))
            self.add(
                f'<polygon points="{corners}" fill="{fill}" stroke="{stroke}" '
                f'stroke-width="{number(width)}" stroke-linejoin="round"{dashes}/>'
            )
            return
        self.add(
            f'<rect x="{number(box.left[0])}" y="{number(box.top[1])}" '
            f'width="{number(box.width)}" height="{number(box.height)}" rx="{number(radius)}" '
            f'fill="{fill}" stroke="{stroke}" stroke-width="{number(width)}"{dashes}/>'
        )

    def node(
        self,
        x: float,
        y: float,
        label: str,
        kind: str,
        *,
        shape: str = "",
        gradient: bool = False,
        width: float = 92,
        height: float = 0,
        size: float = MATHS_SIZE,
    ) -> Box:
        """Draw a quantity: its label, and its shape beneath if given.

        A gradient keeps the outline of the quantity it belongs to, in dashes.
        """
        box = Box(x, y, width, height or (54 if shape else 40))
        colour = COLOURS["gradient" if gradient else kind]
        fill = COLOURS["paper"] if kind == "ink" else tint(colour, 0.16)
        corner, cut = OUTLINES[kind], kind in CUT
        self.rectangle(box, fill=fill, stroke=colour, corner=corner, dashed=gradient, cut=cut)
        self.maths(x, y + (0 if shape else 6), label, size=size)
        if shape:
            self.shape(x, y + 19, shape)
        return box

    def plus(self, x: float, y: float, *, gradient: bool = False) -> Box:
        """Draw a sum: whatever arrows enter it are added."""
        colour = COLOURS["gradient" if gradient else "ink"]
        box = self._ring(x, y, colour)
        self.line([(x - 6.5, y), (x + 6.5, y)], colour=colour)
        self.line([(x, y - 6.5), (x, y + 6.5)], colour=colour)
        return box

    def times(self, x: float, y: float) -> Box:
        """Draw ⊙: the two arrows that enter it are multiplied entry by entry."""
        box = self._ring(x, y, COLOURS["ink"])
        self.add(f'<circle cx="{number(x)}" cy="{number(y)}" r="3" fill="{COLOURS["ink"]}"/>')
        return box

    def _ring(self, x: float, y: float, colour: str) -> Box:
        box = Box(x, y, 28, 28)
        self.rectangle(box, fill=COLOURS["paper"], stroke=colour, corner=PILL)
        return box

    def dot(self, x: float, y: float, *, gradient: bool = False) -> None:
        """Mark where one value is handed to several readers."""
        colour = COLOURS["gradient" if gradient else "ink"]
        self.add(f'<circle cx="{number(x)}" cy="{number(y)}" r="4.5" fill="{colour}"/>')

    def line(
        self, points: Sequence[Point], *, colour: str, width: float = 2, dashes: str = ""
    ) -> None:
        """Draw straight strokes through the points."""
        path = "M" + " L".join(f"{number(x)} {number(y)}" for x, y in points)
        dashing = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.add(
            f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{number(width)}" '
            f'stroke-linejoin="round"{dashing}/>'
        )

    def arrow(self, *points: Point, gradient: bool = False) -> None:
        """Draw an arrow through the points: solid for values, dashed for gradients."""
        colour = COLOURS["gradient" if gradient else "ink"]
        (from_x, from_y), (tip_x, tip_y) = points[-2:]
        length = dist(points[-2], points[-1])
        along_x, along_y = (tip_x - from_x) / length, (tip_y - from_y) / length
        base_x, base_y = tip_x - 10 * along_x, tip_y - 10 * along_y
        # The stroke ends inside the head, so that no square end shows at the tip.
        stop = (base_x + 3 * along_x, base_y + 3 * along_y)
        dashes = "7 4" if gradient else ""
        self.line([*points[:-1], stop], colour=colour, dashes=dashes)
        corners = (
            (tip_x, tip_y),
            (base_x - 5 * along_y, base_y + 5 * along_x),
            (base_x + 5 * along_y, base_y - 5 * along_x),
        )
        outline = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
        self.add(f'<polygon points="{outline}" fill="{colour}"/>')


def octagon(box: Box, cut: float) -> str:
    """Return the points of a box whose four corners are cut off."""
    across, down = box.width / 2, box.height / 2
    near, low = across - cut, down - cut
    half = ((-near, -down), (near, -down), (across, -low), (across, low))
    points = [*half, *((-x, -y) for x, y in half)]
    return " ".join(f"{number(box.x + x)},{number(box.y + y)}" for x, y in points)
