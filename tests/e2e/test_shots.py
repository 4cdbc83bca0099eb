"""Pictures to look at: every figure, every output and every card of the notebooks, in both themes.

Run by `make e2e ARGS="--shots DIR"` alone. They are for eyes: nothing compares them.
"""

from __future__ import annotations

import pytest
from solved import CARDS

from grader import bonus

pytestmark = [pytest.mark.e2e, pytest.mark.long]

THEMES = ["Light", "Dark"]
KINDS = {"figure": ".jp-MarkdownOutput img", "output": ".jp-OutputArea:has(.jp-OutputArea-output)"}


@pytest.fixture(scope="session")
def shots(request):
    folder = request.config.getoption("--shots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def show(notebook, theme):
    notebook.theme(theme)
    notebook.page.set_viewport_size({"width": 1280, "height": 1600})


def shoot(element, path):
    """Take the picture when the cells above have got their heights and nothing moves any more."""
    element.scroll_into_view_if_needed()
    element.evaluate("() => new Promise(done => setTimeout(done, 200))")
    element.screenshot(path=path)


@pytest.mark.parametrize("theme", THEMES)
def test_figures_and_outputs(solved, shots, theme):
    show(solved, theme)
    for identity in solved.order:
        for kind, selector in KINDS.items():
            for count, seen in enumerate(solved.cell(identity).locator(selector).all()):
                name = f"{solved.file.name[:2]}-{identity}-{kind}{count or ''}-{theme.lower()}"
                shoot(seen, shots / f"{name}.png")
    solved.theme("Light")


@pytest.mark.parametrize("theme", THEMES)
def test_cards(cards, shots, theme):
    show(cards, theme)
    for name in CARDS:
        shoot(cards.card(name), shots / f"card-{name}-{theme.lower()}.png")
    cards.theme("Light")


@pytest.fixture(scope="module")
def puzzles(open_notebook, own_folder):
    """The bonus notebook, all of it run, with its first puzzle solved."""
    notebook = open_notebook(f"{own_folder}/{bonus.PLACE.as_posix()}")
    notebook.run_all()
    _, (first, *_), _ = bonus.read(bonus.text())
    notebook.check("puzzle-01", bonus.marked(first, first.right))
    return notebook


@pytest.mark.parametrize("theme", THEMES)
def test_puzzles(puzzles, shots, theme):
    show(puzzles, theme)
    for identity in puzzles.order:
        if identity.startswith("check-puzzle"):
            name = identity.removeprefix("check-")
            shoot(puzzles.card(name), shots / f"{name}-{theme.lower()}.png")
    puzzles.theme("Light")
