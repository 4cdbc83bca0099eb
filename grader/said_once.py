"""One slip made on several outputs is said once: "each of dbf, dbi, dbc and dbo has lost …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

LONGEST_DIFFERENCE = 2
SHORTEST_FRAME = 2


def said_once(named: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Join the named mistakes whose titles differ only in what the slip was made on.

    Parameters
    ----------
    named : sequence of dict
        Each with id, title, outputs, hint and reread.

    Returns
    -------
    mistakes : tuple of dict
        The same, or fewer: joined ones keep id, hint and reread of their first.
    """
    groups: list[list[Mapping[str, Any]]] = []
    for mistake in named:
        for group in groups:
            titles = [known["title"] for known in (*group, mistake)]
            if group[0]["reread"] == mistake["reread"] and together(titles):
                group.append(mistake)
                break
        else:
            groups.append([mistake])
    return tuple(joined(group) for group in groups)


def joined(group: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    if len(group) == 1:
        return group[0]
    outputs = [output for mistake in group for output in mistake["outputs"]]
    title = together([mistake["title"] for mistake in group])
    return {**group[0], "title": title, "outputs": outputs}


def together(titles: Sequence[str]) -> str:
    """Join titles that are the same up to a word or two; "" where they are not."""
    if len(titles) < 2:
        return ""
    words = [title.split() for title in titles]
    before = beginning(words)
    after = beginning([title[len(before) :][::-1] for title in words])[::-1]
    differences = [title[len(before) : len(title) - len(after)] for title in words]
    lengths = {len(difference) for difference in differences}
    if not lengths <= set(range(1, LONGEST_DIFFERENCE + 1)):
        return ""
    if len(before) + len(after) < SHORTEST_FRAME:
        return ""
    *most, last = (" ".join(difference) for difference in differences)
    parts = [*before, f"{', '.join(most)} and {last}", *after]
    return " ".join(parts if before else ["each of", *parts])


def beginning(titles: Sequence[Sequence[str]]) -> list[str]:
    """Give the words that all titles begin with."""
    columns = takewhile(lambda words: len(set(words)) == 1, zip(*titles, strict=False))
    return [words[0] for words in columns]
