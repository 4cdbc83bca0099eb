"""What a known mistake is: a small edit of a solution, and what to say to whoever makes it."""

from dataclasses import dataclass

FAMILIES = (
    "axis",
    "sign",
    "transpose",
    "wrong state",
    "missing path",
    "missing factor",
    "order",
    "swapped gates",
    "aliasing",
    "accumulation",
    "index",
    "initial state",
    "cache contract",
    "activation",
    "scaling",
    "key",
    "shape",
    "term",
    "in place",
)


@dataclass(frozen=True)
class Mistake:
    """A known wrong implementation, written as a small edit of the right one.

    Attributes
    ----------
    id : str
        Short name, unique in its exercise.
    of : str
        The exercise.
    family : str
        The kind of slip, one of FAMILIES.
    old : str
        One to three adjacent lines of the solution, or a part of a line.
    new : str
        What stands there instead.
    title : str
        What is wrong, in a learner's words.
    hints : tuple of str
        A question, a place to look, and the formula in words or signs.
    reread : str
        Number and heading of the section that explains it.
    spoils : tuple of str
        Outputs that lose their marks. None where only an input is changed in place.
    """

    id: str
    of: str
    family: str
    old: str
    new: str
    title: str
    hints: tuple[str, str, str]
    reread: str
    spoils: tuple[str, ...]


def apply(mistake: Mistake, source: str) -> str:
    """Make the mistake in the source of a solution.

    Raises
    ------
    ValueError
        If the text to replace does not occur exactly once.
    """
    count = source.count(mistake.old)
    if count != 1:
        raise ValueError(
            f"{mistake.of}, {mistake.id}: the text to replace occurs {count} times, not once"
        )
    return source.replace(mistake.old, mistake.new)
