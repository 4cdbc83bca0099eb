"""Cards, plots, sliders and figures in the light and in the dark theme: legible, and for everyone.

axe-core looks for what shuts out readers: too little contrast, pictures and fields without a name.
"""

from __future__ import annotations

import pytest
from solved import CARDS

from grader.show.palette import COLOURS

pytestmark = [pytest.mark.e2e, pytest.mark.long]

OURS = [".rnn-card", ".jp-OutputArea-output", ".jp-MarkdownOutput img"]
# axe-core passes over what cannot be seen: what is scrolled away, and all that is in a body
# without a height, such as JupyterLab's.
BODY = "body { height: 100vh }"
THEMES = ["Light", "Dark"]
KNOWN = {
    # The handle of ipywidgets' slider has no name, and ipywidgets gives no way to name it.
    "aria-input-field-name": "noUi-handle",
    # Several cards of one function on a page are this file's doing.
    "landmark-unique": "rnn-card",
}
END_OF_NOTEBOOK = """() => {
    document.querySelector(".jp-WindowedPanel-outer").scrollTop = 0;
    const cells = document.querySelectorAll(".jp-Notebook .jp-Cell");
    return cells[cells.length - 1].getBoundingClientRect().bottom;
}"""
EDGE_PIXEL = """async image => {
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const context = canvas.getContext("2d");
    context.drawImage(image, -image.naturalWidth / 2, -4);
    return [...context.getImageData(0, 0, 1, 1).data];
}"""
EDGES = """table => ["thead th", "tbody > tr > *"].map(cells =>
    [...table.querySelectorAll(cells)].map(cell => Math.round(cell.getBoundingClientRect().left)))
"""
GROUND = """card => getComputedStyle(card).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"""


@pytest.fixture(params=THEMES)
def theme(request):
    """Say in which theme a test is to look at a notebook."""
    return request.param


@pytest.fixture
def seen(solved, theme):
    """Each solved notebook in each theme, chosen in the menu as a learner does."""
    yield from in_theme(solved, theme)


@pytest.fixture
def shelf(cards, theme):
    """Every card in each theme."""
    yield from in_theme(cards, theme)


def in_theme(notebook, theme):
    notebook.theme(theme)
    unroll(notebook.page)
    yield notebook
    notebook.page.set_viewport_size({"width": 1280, "height": 900})
    notebook.theme("Light")


def unroll(page):
    """Make the window as high as the notebook, whose cells may grow once they are drawn."""
    page.add_style_tag(content=BODY)
    height = 0
    while (needed := page.evaluate(END_OF_NOTEBOOK)) > height:
        height = round(needed + 1000)
        page.set_viewport_size({"width": 1280, "height": height})


def axe(page, *where):
    """Run axe-core on parts of a page, and give what it finds: rule, element, and why."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context={"include": [[selector] for selector in where]})
    return [
        (violation["id"], node["html"][:200], node["failureSummary"])
        for violation in found.response["violations"]
        for node in violation["nodes"]
        if KNOWN.get(violation["id"], "nowhere") not in node["html"]
    ]


def test_nothing_of_ours_in_a_notebook_shuts_readers_out(seen):
    assert axe(seen.page, *OURS) == []


def test_no_card_shuts_readers_out(shelf):
    assert shelf.page.locator(".rnn-card").count() == len(CARDS)
    assert axe(shelf.page, ".rnn-card") == []


def test_axe_sees_what_is_wrong(shelf):
    """Else a run that looks at nothing would pass."""
    states = shelf.page.locator(".rnn-card .state")
    states.evaluate_all(
        "all => all.forEach(state => state.style = 'color: #777; background: #888')"
    )
    found = [rule for rule, *_ in axe(shelf.page, ".rnn-card")]
    states.evaluate_all("all => all.forEach(state => state.removeAttribute('style'))")
    assert found.count("color-contrast") == len(CARDS)


def test_ground_of_a_card_follows_the_theme(shelf, theme):
    grounds = shelf.page.locator(".rnn-card").evaluate_all(f"all => all.map({GROUND})")
    assert all((min(ground) > 200) == (theme == "Light") for ground in grounds)
    assert all((max(ground) < 60) == (theme == "Dark") for ground in grounds)


def test_cells_of_a_table_stand_under_their_heads(shelf):
    """nbgrader's front end brings rules of its own, and a name such as "row" is taken."""
    for table in shelf.page.locator(".rnn-card table").all():
        heads, cells = table.evaluate(EDGES)
        assert set(cells) <= set(heads)


def test_code_on_a_card_has_the_ground_that_the_card_gives_it(shelf, theme):
    """JupyterLab has an opinion of its own about it."""
    code = shelf.page.locator(".rnn-card p code")
    grounds = code.evaluate_all(f"all => all.map({GROUND})")
    assert grounds == [[242, 243, 245] if theme == "Light" else [35, 39, 46]] * code.count()
    assert code.count() >= 2


def test_ground_of_a_picture_is_paper_in_both_themes(seen):
    paper = [*bytes.fromhex(COLOURS["paper"].removeprefix("#")), 255]
    for picture in seen.page.locator(".jp-OutputArea-output img, .jp-MarkdownOutput img").all():
        assert picture.evaluate(EDGE_PIXEL) == paper
