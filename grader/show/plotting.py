"""What the live plots of all lessons share: the look of a figure, heat maps, sliders.

Figures are made without pyplot: nothing stays open, no backend is touched, and a plot looks the
same in JupyterLab, in nbconvert and in a test. Every figure has an opaque, nearly white ground,
so that it can be read in the light theme and in the dark one.
"""

import base64
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from inspect import signature
from typing import Any, Final

import matplotlib
import numpy as np
from IPython import display as ipython
from IPython.core.getipython import get_ipython
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FixedLocator, MaxNLocator
from numpy.typing import NDArray

from grader.show.palette import COLOURS, legible_on
from grader.show.ready import Unfinished, expect, misfit, missing, when_ready

__all__ = [
    "COLOURS",
    "DIVERGING",
    "Unfinished",
    "expect",
    "figure",
    "heat_map",
    "misfit",
    "missing",
    "show",
    "slider",
    "when_ready",
    "whole_steps",
]

# IPython's functions carry no types.
display: Final[Any] = ipython.display

STYLE: Final[Any] = {
    "axes.edgecolor": COLOURS["parameter"],
    "axes.facecolor": COLOURS["paper"],
    "axes.grid": False,
    "axes.labelcolor": COLOURS["ink"],
    "axes.labelsize": 10,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlecolor": COLOURS["ink"],
    "axes.titlelocation": "left",
    "axes.titlesize": 11,
    "figure.dpi": 100,
    "figure.facecolor": COLOURS["paper"],
    "figure.titlesize": 12,
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10,
    "grid.color": COLOURS["edge"],
    "hatch.linewidth": 0.8,
    "legend.fontsize": 9,
    "legend.frameon": False,
    "lines.linewidth": 1.8,
    "lines.markersize": 5,
    "mathtext.fontset": "dejavusans",
    "text.color": COLOURS["ink"],
    "xtick.color": COLOURS["quiet"],
    "xtick.labelsize": 9,
    "ytick.color": COLOURS["quiet"],
    "ytick.labelsize": 9,
}
"""The house style. DejaVu Sans comes with matplotlib: no machine looks different."""

MARGINS: Final[Any] = {"w_pad": 0.08, "h_pad": 0.08}
"""In inches: in the dark theme, the edge of the paper can be seen."""

DIVERGING: Final = LinearSegmentedColormap.from_list(
    "course", [COLOURS["x"], COLOURS["paper"], COLOURS["gradient"]]
)
"""Blue below zero, paper at zero, vermillion above: for values with a sign."""


@contextmanager
def figure(
    width: float, height: float, rows: int = 1, columns: int = 1, *, alt: str = "", **grid: Any
) -> Iterator[tuple[Figure, Any]]:
    """Open a figure in the house style, and show it when the block ends without an error.

    Parameters
    ----------
    width, height : float
        In inches of 100 screen pixels. 9 is as wide as a notebook's cell.
    rows, columns : int
        Number of axes.
    alt : str
        What the figure shows, for readers who do not see it.
    **grid
        Handed to `Figure.subplots`, e.g. ``sharex=True``.

    Yields
    ------
    fig : Figure
    axes : Axes, or an array of them, shape (rows, columns) without the ones that are 1
    """
    with matplotlib.rc_context(STYLE):
        fig = Figure(figsize=(width, height), layout=ConstrainedLayoutEngine(**MARGINS))
        yield fig, fig.subplots(rows, columns, **grid)
        show(fig, alt)


def show(fig: Figure, alt: str = "") -> None:
    """Put a figure under the cell, or on the screen of a slider, sharp on a dense screen too."""
    png = io.BytesIO()
    FigureCanvasAgg(fig).print_figure(png, format="png", dpi=200)
    html = picture(png.getvalue(), round(fig.get_figwidth() * 100), alt)
    if SCREENS:
        SCREENS[-1].append(html)
    else:
        # Not as an Image: JupyterLab drops the words that one carries for those who cannot see.
        display(Shown({"text/html": html, "text/plain": alt or "a figure"}))


class Shown:
    """Something to look at, in the forms that a notebook may choose from."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        self.bundle = bundle

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return self.bundle


SCREENS: Final[list[list[str]]] = []
"""Where `show` puts pictures while a slider draws: the innermost open list of HTML snippets."""


def picture(png: bytes, width: int, alt: str) -> str:
    """Write a picture as HTML that needs no file."""
    data = base64.b64encode(png).decode()
    style = f"width:{width}px;max-width:100%"
    return f'<img alt="{escape(alt)}" style="{style}" src="data:image/png;base64,{data}">'


def heat_map(
    ax: Axes,
    values: NDArray[np.float64],
    *,
    limit: float | None = None,
    numbers: bool | str | None = None,
    cmap: Any = DIVERGING,
) -> AxesImage:
    """Draw a matrix as coloured squares, zero in the middle of the colours.

    Parameters
    ----------
    ax : Axes
        Row 0 of `values` comes to the top.
    values : ndarray, shape (rows, columns)
    limit : float, optional
        The value of the strongest colour; the largest |value| unless told.
    numbers : bool or str, optional
        Print the value in every square, or a format such as ``"+.1f"`` to print it in. Without
        it, numbers are printed where there are at most 60 squares: colour is then not the only
        sign.
    cmap : Colormap
    """
    limit = limit or float(np.abs(values).max(initial=0)) or 1.0
    picture = ax.imshow(values, cmap=cmap, norm=Normalize(-limit, limit), aspect="auto")
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)  # beside a number, a tick would read as its minus sign
    for axis, size in zip((ax.yaxis, ax.xaxis), values.shape, strict=True):
        few = size <= 12
        axis.set_major_locator(FixedLocator(range(size)) if few else MaxNLocator(integer=True))
    if values.size <= 60 if numbers is None else numbers:
        style = numbers if isinstance(numbers, str) else "+z.2f"
        inks = legible_on(picture.to_rgba(values)[:, :, :3])
        for (row, column), value in np.ndenumerate(values):
            look: Any = {"ha": "center", "va": "center", "size": 9, "color": inks[row, column]}
            ax.text(column, row, format(value, style), **look)
    return picture


def whole_steps(ax: Axes, T_x: int, first: int = 1) -> None:
    """Label a time axis whose positions are 0, 1, 2 … with the steps ``first``, ``first`` + 1 …"""
    ax.set_xticks(range(T_x), [str(first + t) for t in range(T_x)])


def slider(draw: Callable[..., Any], **ranges: Any) -> None:
    """Redraw a plot whenever the reader moves a slider or picks from a list.

    Parameters
    ----------
    draw : callable
        Draws with `figure`. Its parameters carry defaults: the picture to start from.
    **ranges
        For every parameter of `draw` that the reader may move, (low, high) or (low, high, step)
        for a slider, and a list for a menu.

    Notes
    -----
    Outside a notebook, or without ipywidgets, the first picture is drawn and nothing more.
    The picture is an HTML widget, because with an Output widget, which ipywidgets' own `interact`
    uses, nbclient may wait for its whole time limit at every such cell.
    """
    try:
        import ipywidgets  # type: ignore[import-untyped]
    except ImportError:
        ipywidgets = None
    if ipywidgets is None or not hasattr(get_ipython(), "kernel"):
        draw()
        return
    start = {name: parameter.default for name, parameter in signature(draw).parameters.items()}
    make = ipywidgets.interactive.widget_from_abbrev
    controls = {name: make(given, start[name]) for name, given in ranges.items()}
    first = drawn(draw, start)
    if not first:
        return  # nothing could be drawn, and `draw` has said why
    screen = ipywidgets.HTML(first)
    for name, control in controls.items():
        control.description = name

        def redraw(change: Any) -> None:
            now = {name: control.value for name, control in controls.items()}
            try:
                screen.value = drawn(draw, start | now)
            except Unfinished as line:
                screen.value = escape(str(line))

        control.observe(redraw, "value")
    box = ipywidgets.VBox([*controls.values(), screen])
    # Where no kernel runs, as in an exported page, the first picture stands in for the widget.
    display(Shown({**box._repr_mimebundle_(), "text/html": first}))


def drawn(draw: Callable[..., Any], values: dict[str, Any]) -> str:
    """Draw once and give the pictures as HTML instead of showing them."""
    SCREENS.append([])
    try:
        draw(**values)
        return "".join(SCREENS[-1])
    finally:
        SCREENS.pop()
