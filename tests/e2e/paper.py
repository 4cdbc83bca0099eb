"""What every page that we write has to be: readable by all, as wide as the screen, in the theme."""

from __future__ import annotations

LOOKS = [("light", 1000), ("dark", 1000), ("light", 360), ("dark", 360)]
"""Theme, and width of the window."""

GROUND = "node => getComputedStyle(node).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WHITE = [255, 255, 255]


def violations(page):
    """Ask axe who is shut out: (rule, element) for each breach."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]]


def overflow(page):
    """Give the pixels by which a page is wider than its window."""
    return page.evaluate(OVERFLOW)


def ground(page, part):
    """Give the colour of the ground of a part, as three numbers."""
    return page.eval_on_selector(part, GROUND)


def assert_theme_is_the_readers(page, *parts):
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    for part in parts:
        assert (max(ground(page, part)) < 60) == dark, part
        assert (min(ground(page, part)) > 240) != dark, part
