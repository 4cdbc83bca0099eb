"""Every slider and every menu of the five notebooks: does moving it give another picture?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

pytestmark = [pytest.mark.e2e, pytest.mark.long]

CONTROLS = ".widget-slider [role=slider], .widget-dropdown select"
EXPECTED = {"00": 3, "01": 3, "02": 2, "03": 7, "04": 4}
OTHER_PICTURE = "([box, before]) => [...box.querySelectorAll('img')].every(i => i.src != before)"


def test_every_slider_and_every_menu_changes_its_picture(solved):
    controls = solved.page.locator(CONTROLS)
    assert controls.count() == EXPECTED[solved.file.name[:2]]
    for control in controls.all():
        box = control.locator("xpath=ancestor::*[contains(@class, 'widget-vbox')][1]")
        control.scroll_into_view_if_needed()
        for move in moves(control):
            before = box.locator("img").get_attribute("src")
            move()
            solved.page.wait_for_function(OTHER_PICTURE, arg=[box.element_handle(), before])
            assert box.locator("img").evaluate("i => i.decode().then(() => i.naturalWidth)") > 300
    assert solved.complaints() == []


def moves(control: Any) -> list[Callable[[], Any]]:
    """Give what changes a control: a menu's other options, or a slider's keys."""
    if control.evaluate("control => control.localName") == "select":
        chosen = control.input_value()
        values = control.locator("option").evaluate_all("all => all.map(one => one.value)")
        others = [value for value in values if value != chosen]
        return [partial(control.select_option, value) for value in [*others, chosen]]
    now, lowest = (float(control.get_attribute(f"aria-value{name}")) for name in ("now", "min"))
    keys = ("End", "Home", "ArrowRight") if now == lowest else ("Home", "End", "ArrowLeft")
    return [partial(control.press, key) for key in keys]


def test_picture_follows_a_quick_hand_to_the_end(open_notebook, own_folder):
    """Many values pass in a moment; the picture that stays has to be that of the last one."""
    lesson = open_notebook(f"{own_folder}/1_rnn/00_sequences_and_tools.ipynb")
    lesson.run("demo-33")
    handle = lesson.cell("demo-33").locator("[role=slider]")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    lesson.page.mouse.move(x, y)
    lesson.page.mouse.down()
    lesson.page.mouse.move(x - 400, y, steps=40)
    lesson.page.mouse.move(x + 800, y, steps=40)
    lesson.page.mouse.up()
    slope = f"{(1.8**3 - 1) / 0.8:.3f}"
    lesson.cell("demo-33").locator(f'img[alt*="{slope}"]').wait_for()
