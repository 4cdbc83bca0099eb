"""The colours of the course: one quantity, one colour, in every figure and every plot.

The hues are Okabe and Ito's, which stay apart for readers with any common form of colour
blindness. Colour is never the only sign: figures also label every quantity, and draw forward
arrows solid and gradient arrows dashed.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

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


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
