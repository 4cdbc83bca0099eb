"""The report of a class in a browser: in both themes, narrow, printed, by keyboard, read aloud."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from answers import SOLUTIONS, STUBS, edited

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
GROUND = "node => getComputedStyle(node).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


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


@pytest.fixture(params=[("light", 1000), ("dark", 1000), ("light", 360), ("dark", 360)], ids=str)
def seen(browser, address, request):
    scheme, width = request.param
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(address)
    yield page
    page.close()


def test_the_report_shuts_nobody_out(seen):
    from axe_playwright_python.sync_playwright import Axe

    seen.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)")
    found = Axe().run(seen).response["violations"]
    assert [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]] == []


def test_nothing_but_the_table_has_to_be_scrolled_sideways(seen):
    seen.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)")
    assert seen.evaluate(OVERFLOW) == 0


def test_where_the_table_is_cut_off_it_is_said_that_it_can_be_moved(seen):
    table = "document.querySelector('.wide')"
    cut = seen.evaluate(f"{table}.scrollWidth > {table}.clientWidth")
    narrow = seen.viewport_size["width"] < 500
    assert seen.locator(".sideways").is_visible() == narrow
    assert cut or not narrow


def test_the_report_has_the_theme_that_the_reader_has_chosen(seen):
    dark = seen.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    for part in ("body", ".rnn-card", ".matrix tbody th"):
        ground = seen.eval_on_selector(part, GROUND)
        assert (max(ground) < 60) == dark, part
        assert (min(ground) > 240) != dark, part


def test_it_is_printed_on_white_with_what_is_folded(seen):
    example = seen.locator(".rnn-card details pre").first
    assert not example.is_visible()
    seen.emulate_media(media="print")
    for part in ("body", ".rnn-card"):
        assert seen.eval_on_selector(part, GROUND) == [255, 255, 255]
    assert example.bounding_box()["height"] > 20
    assert not seen.locator("nav").is_visible()


def test_the_keyboard_leads_to_a_part_and_unfolds_an_example(seen):
    seen.keyboard.press("Tab")
    assert seen.evaluate("document.activeElement.textContent") == "Which mistakes this class makes"
    assert seen.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    seen.keyboard.press("Enter")
    assert seen.url.endswith("#mistakes")
    summary = seen.locator(".rnn-card summary").first
    summary.focus()
    seen.keyboard.press("Enter")
    assert seen.locator(".rnn-card details pre").first.is_visible()


def test_a_histogram_and_a_cell_of_the_table_are_said_in_words(seen):
    histograms = seen.get_by_role("img")
    assert histograms.count() == 9
    assert "of the points: " in histograms.first.get_attribute("aria-label")
    cells = seen.get_by_role("row").filter(has_text="crashed-").first
    assert "stopped by an error" in cells.inner_text()


def test_a_reason_leads_to_the_answers_that_it_is_about(seen):
    link = seen.locator("#looks a[href^='#rnn_cell_forward-']").first
    target = link.get_attribute("href")
    link.click()
    assert seen.locator(target).is_visible()
