"""Typing key by key, as a learner does who uses what the editor gives and mends what it does not.

JupyterLab indents a new line by itself: text with its own indentation, typed blindly, ends up
indented twice. With "Auto Close Brackets" on, the closing bracket is there already. So the typist
looks at the line after each Enter, and goes to a bracket that is waiting instead of writing it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

UNIT = 4
SEEN = """() => {
    const {anchorNode, anchorOffset} = getSelection();
    const line = (anchorNode.closest ? anchorNode : anchorNode.parentElement).closest(".cm-line");
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(anchorNode, anchorOffset);
    return [before.toString(), line.textContent, line.nextElementSibling?.textContent ?? ""];
}"""


class Seen(NamedTuple):
    """What stands before the cursor, on its line, and on the line below."""

    before: str
    line: str
    below: str


class Typist:
    """Two hands on the keyboard, with the cursor in an editor."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.press = page.keyboard.press

    def look(self) -> Seen:
        return Seen(*self.page.evaluate(SEEN))

    def replace_line(self, source: str) -> None:
        """Write lines in place of the one that the cursor is in, which has their indentation."""
        self.press("End")
        self.press("Shift+Home")
        self.write(source)

    def write(self, source: str) -> None:
        """Write lines; the first one where the cursor is."""
        first, *others = source.strip("\n").split("\n")
        self.page.keyboard.type(first.lstrip())
        for line in others:
            self.next_line(line)

    def next_line(self, line: str) -> None:
        """Go to a new line, to the indentation that is wanted, and write."""
        text, seen = line.strip(), self.look()
        waiting = seen.below.strip()
        if waiting and waiting in "}])" and text.startswith(waiting):
            self.press("ArrowDown")
            self.press("End")
            self.page.keyboard.type(text.removeprefix(waiting))
            return
        self.press("Enter")
        if text:
            self.indent(len(line) - len(line.lstrip()))
            self.page.keyboard.type(text)

    def indent(self, wanted: int) -> None:
        """Bring the cursor, with nothing but spaces before it, to a column."""
        given = len(self.look().before)
        for _ in range((given - wanted) // UNIT):
            self.press("Backspace")
        for _ in range((wanted - given) // UNIT):
            self.press("Tab")
