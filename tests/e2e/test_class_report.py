"""The report of a class in a browser: in both themes, narrow, printed, by keyboard, read aloud."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from answers import SOLUTIONS, STUBS, edited
from paper import WHITE, assert_theme_is_the_readers, ground, overflow, violations

sys.path.append(str(Path(__file__).parent.parent / "grader" / "classroom"))
from report_class import graded, keep

from grader.classroom.remarks import remarks
from grader.classroom.remarks.remarks import Remark
from grader.classroom.report import writing
from grader.classroom.report.clusters import clusters
from grader.classroom.report.collecting import collect

pytestmark = [pytest.mark.e2e, pytest.mark.long]

CELL = "rnn_cell_forward"
SOURCES = {
    "named": edited(CELL, "np.tanh(", "("),
    "nameless": edited(CELL, "np.tanh(", "0.7 * np.arctan("),
    "crashed": edited(CELL, "np.tanh(", f"np.{'a_name_that_nobody_knows_' * 4}("),
    "nothing": STUBS[CELL],
    "right": SOLUTIONS[CELL],
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Write a report with everything that there can be in one."""
    course = tmp_path_factory.mktemp("class")
    odd = "\n".join(f"    wombat_{n} = {n}  # quokka" for n in range(9))
    for number in range(4):
        for kind, source in SOURCES.items():
            who = f"{kind}-{'who_has_a_very_long_id_' * 3}{number}"
            more = {"rnn_forward": f"def rnn_forward():\n{odd}"} if number < 2 else {}
            keep(course, graded(who, {CELL: source, **more}), late=3600.0 * number)
    keep(course, graded("student-001", message="01.ipynb is no notebook."))
    group = next(c for c in clusters(collect(course)) if not c.error)
    remarks.write(course, [Remark(group.id, group.slip, f"Take\n\n{'tanh_' * 40}")])
    path, _ = writing.write(course)
    return path.as_uri()


def test_the_report_shuts_nobody_out(opened):
    opened.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)")
    assert violations(opened) == []


def test_nothing_but_the_table_has_to_be_scrolled_sideways(opened):
    opened.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)")
    assert overflow(opened) == 0


def test_where_the_table_is_cut_off_it_is_said_that_it_can_be_moved(opened):
    table = "document.querySelector('.wide')"
    cut = opened.evaluate(f"{table}.scrollWidth > {table}.clientWidth")
    narrow = opened.viewport_size["width"] < 500
    assert opened.locator(".sideways").is_visible() == narrow
    assert cut or not narrow


def test_the_report_has_the_theme_that_the_reader_has_chosen(opened):
    assert_theme_is_the_readers(opened, "body", ".rnn-card", ".matrix tbody th")


def test_it_is_printed_on_white_with_what_is_folded(opened):
    example = opened.locator(".rnn-card details pre").first
    assert not example.is_visible()
    opened.emulate_media(media="print")
    for part in ("body", ".rnn-card"):
        assert ground(opened, part) == WHITE
    assert example.bounding_box()["height"] > 20
    assert not opened.locator("nav").is_visible()


def test_the_keyboard_leads_to_a_part_and_unfolds_an_example(opened):
    opened.keyboard.press("Tab")
    assert (
        opened.evaluate("document.activeElement.textContent") == "Which mistakes this class makes"
    )
    assert opened.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    opened.keyboard.press("Enter")
    assert opened.url.endswith("#mistakes")
    summary = opened.locator(".rnn-card summary").first
    summary.focus()
    opened.keyboard.press("Enter")
    assert opened.locator(".rnn-card details pre").first.is_visible()


def test_a_histogram_and_a_cell_of_the_table_are_said_in_words(opened):
    histograms = opened.get_by_role("img")
    assert histograms.count() == 9
    assert "of the points: " in histograms.first.get_attribute("aria-label")
    cells = opened.get_by_role("row").filter(has_text="crashed-").first
    assert "stopped by an error" in cells.inner_text()


def test_a_reason_leads_to_the_answers_that_it_is_about(opened):
    link = opened.locator("#looks a[href^='#rnn_cell_forward-']").first
    target = link.get_attribute("href")
    link.click()
    assert opened.locator(target).is_visible()
