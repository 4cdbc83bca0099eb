"""The page of feedback in a browser: in both themes, narrow, printed, by keyboard, read aloud."""

from __future__ import annotations

import pytest
from answers import SOLUTIONS, STUBS, edited, file_of, judged

from grader.classroom.shown.feedback_page import Answer, Feedback, Notebook, html
from grader.exercises import EXERCISES
from grader.verdict import no_answer

pytestmark = [pytest.mark.e2e, pytest.mark.long]

ANSWERS = {
    **SOLUTIONS,
    "one_hot": edited("one_hot", "== ids", "!= ids"),
    "softmax": f"def softmax(z):\n    return {'a_name_that_nobody_knows_' * 4}(z)\n",
    "rnn_forward": STUBS["rnn_forward"],
}
GROUND = "node => getComputedStyle(node).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Write a page with every state there is: right, wrong, stopped, not begun, not handed in."""
    verdicts = judged(file_of(*(ANSWERS[n] for n in EXERCISES if EXERCISES[n].lesson < "02")))
    parts = {}
    for name, verdict in verdicts.items():
        exercise = EXERCISES[name]
        one = Answer(verdict, verdict.points, exercise.points, name == "one_hot", "Nearly.\nGo on!")
        parts.setdefault(exercise.lesson, []).append(one)
    notebooks = [Notebook(lesson, "", tuple(ones)) for lesson, ones in parts.items()]
    absent = Answer(no_answer(EXERCISES["rnn_backward"], "missing", ""), 0, 12)
    gone = Notebook("02_rnn_backward", "This notebook was not handed in.", (absent,))
    about = Feedback("student-001", "", "1_rnn", (*notebooks, gone), 2.5, 7200, "2030-01-31", "x-1")
    path = tmp_path_factory.mktemp("page") / "1_rnn.html"
    path.write_text(html(about), "utf-8")
    return path.as_uri()


@pytest.fixture(params=[("light", 1000), ("dark", 1000), ("light", 360), ("dark", 360)], ids=str)
def seen(browser, address, request):
    scheme, width = request.param
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(address)
    yield page
    page.close()


def test_the_page_shuts_nobody_out(seen):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(seen).response["violations"]
    assert [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]] == []


def test_nothing_has_to_be_scrolled_sideways(seen):
    assert seen.evaluate(OVERFLOW) == 0


def test_cards_and_page_have_the_theme_that_the_reader_has_chosen(seen):
    dark = seen.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    for part in ("body", ".rnn-card"):
        ground = seen.eval_on_selector(part, GROUND)
        assert (max(ground) < 60) == dark, part
        assert (min(ground) > 240) != dark, part


def test_it_is_printed_on_white_with_its_hints(seen):
    folded = seen.locator(".rnn-card details").first
    height = folded.bounding_box()["height"]
    seen.emulate_media(media="print")
    assert folded.bounding_box()["height"] > height + 10
    for part in ("body", ".rnn-card"):
        assert seen.eval_on_selector(part, GROUND) == [255, 255, 255]


def test_the_keyboard_leads_from_the_table_to_a_card(seen):
    seen.keyboard.press("Tab")
    assert seen.evaluate("document.activeElement.textContent") == "one_hot"
    assert seen.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    seen.keyboard.press("Enter")
    assert seen.url.endswith("#one_hot")
    assert seen.locator("article#one_hot .rnn-card").is_visible()
