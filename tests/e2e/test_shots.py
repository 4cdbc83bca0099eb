"""Pictures to look at: every figure, every output and every card of the notebooks, in both themes.

Run by `make e2e ARGS="--shots DIR"` alone. They are for eyes: nothing compares them.
"""

from __future__ import annotations

import pytest
from solved import STATES

pytestmark = [pytest.mark.e2e, pytest.mark.long]

THEMES = ["Light", "Dark"]
KINDS = {"figure": ".jp-MarkdownOutput img", "output": ".jp-OutputArea:has(.jp-OutputArea-output)"}


@pytest.fixture(scope="session")
def shots(request):
    folder = request.config.getoption("--shots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("theme", THEMES)
def test_figures_and_outputs(solved, shots, theme):
    solved.theme(theme)
    for identity in solved.order:
        for kind, selector in KINDS.items():
            for count, seen in enumerate(solved.cell(identity).locator(selector).all()):
                name = f"{solved.file.name[:2]}-{identity}-{kind}{count or ''}-{theme.lower()}"
                seen.screenshot(path=shots / f"{name}.png")
    solved.theme("Light")


@pytest.mark.parametrize("theme", THEMES)
def test_cards(states, shots, theme):
    states.theme(theme)
    for state in STATES:
        states.card(state).screenshot(path=shots / f"card-{state}-{theme.lower()}.png")
    states.theme("Light")
