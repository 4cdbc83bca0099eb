"""Pictures to look at: every figure, every output and every card of the notebooks, in both themes.

Run by `make e2e ARGS="--shots DIR"` alone. They are for eyes: nothing compares them.
"""

from __future__ import annotations

import pytest
from solved import CARDS

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
