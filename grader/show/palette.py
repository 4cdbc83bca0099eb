"""The colours of the course: one quantity, one colour, in every figure and every plot.

The hues are Okabe and Ito's, which stay apart for readers with any common form of colour
blindness. Colour is never the only sign: figures also label every quantity, and draw forward
arrows solid and gradient arrows dashed.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

COLOURS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "x": "#0072B2",  # blue
        "a": "#E69F00",  # orange
        "y_hat": "#009E73",  # bluish green
        "c": "#CC79A7",  # reddish purple
        "gate": "#56B4E9",  # sky blue
        "gradient": "#D55E00",  # vermillion
        "parameter": "#7A7F87",
        "ink": "#1F2430",
        "quiet": "#4D5460",
        "edge": "#D5D6D2",
        "paper": "#FDFDFB",
    }
)
"""Hex codes by the name that the quantity has in the code; the last five are the neutral ones."""


def tint(colour: str, share: float) -> str:
    """Mix a colour into the paper.

    Parameters
    ----------
    colour : str
        A hex code such as ``"#0072B2"``.
    share : float
        How much of the colour is kept: 0 gives the paper, 1 the colour itself.

    Returns
    -------
    str
        The hex code of the mixture.
    """
    mixed = (
        round(share * strong + (1 - share) * pale)
        for strong, pale in zip(_channels(colour), _channels(COLOURS["paper"]), strict=True)
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def legible_on(grounds: NDArray[np.float64]) -> NDArray[Any]:
    """Choose ink or paper to write in, whichever has more contrast.

    Parameters
    ----------
    grounds : ndarray, shape (…, 3)
        Red, green and blue of what is written on, from 0 to 1.

    Returns
    -------
    colours : ndarray of str, shape (…)
    """
    ink, paper = (
        luminance(np.array(_channels(COLOURS[name])) / 255) + 0.05 for name in ("ink", "paper")
    )
    ground = luminance(grounds) + 0.05
    return np.where(ground / ink >= paper / ground, COLOURS["ink"], COLOURS["paper"])


def luminance(colours: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure the relative luminance of colours, shape (…, 3), on which contrast is defined."""
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    bright: NDArray[np.float64] = linear @ (0.2126, 0.7152, 0.0722)
    return bright


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
