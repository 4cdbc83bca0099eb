"""The page of feedback in a browser: in both themes, narrow, printed, by keyboard, read aloud."""

from __future__ import annotations

import pytest
from answers import SOLUTIONS, STUBS, edited, file_of, judged
from paper import WHITE, assert_theme_is_the_readers, ground, overflow, violations

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


def test_the_page_shuts_nobody_out(opened):
    assert violations(opened) == []


def test_nothing_has_to_be_scrolled_sideways(opened):
    assert overflow(opened) == 0


def test_cards_and_page_have_the_theme_that_the_reader_has_chosen(opened):
    assert_theme_is_the_readers(opened, "body", ".rnn-card")


def test_it_is_printed_on_white_with_its_hints(opened):
    folded = opened.locator(".rnn-card details").first
    height = folded.bounding_box()["height"]
    opened.emulate_media(media="print")
    assert folded.bounding_box()["height"] > height + 10
    for part in ("body", ".rnn-card"):
        assert ground(opened, part) == WHITE


def test_the_keyboard_leads_from_the_table_to_a_card(opened):
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "one_hot"
    assert opened.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    opened.keyboard.press("Enter")
    assert opened.url.endswith("#one_hot")
    assert opened.locator("article#one_hot .rnn-card").is_visible()
