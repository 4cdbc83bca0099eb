"""Run all of every solved notebook: all right, nothing complains, and nothing grows without end."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = [pytest.mark.e2e, pytest.mark.long]

POINTS = {"00": 13, "01": 14, "02": 22, "03": 16, "04": 30}
GIGABYTE = 10**9
TURNS = 1


def test_all_is_right_and_nothing_complains(solved):
    cards = solved.page.locator(".rnn-card")
    assert set(cards.locator(".state").all_text_contents()) == {"✓ all right"}
    points = [text.split(" / ") for text in cards.locator(".points strong").all_text_contents()]
    assert sum(int(got) for got, _ in points) == POINTS[solved.file.name[:2]]
    assert solved.complaints() == []
    assert "Not yet" not in solved.page.locator(".jp-Notebook").text_content()


def test_every_picture_has_words_for_those_who_do_not_see_it(solved):
    pictures = solved.page.locator(".jp-OutputArea img, .jp-MarkdownOutput img")
    texts = pictures.evaluate_all("all => all.map(picture => picture.alt)")
    assert texts
    assert all(len(text) > 20 for text in texts)


def test_running_it_all_again_stays_far_below_a_gigabyte(solved, record_property):
    """Measured and printed. A bound is asserted that only a leak can reach."""
    sizes = [memory(solved)]
    for _ in range(TURNS):
        solved.run_all()
        sizes.append(memory(solved))
    for name, (kernel, page) in (("once", sizes[0]), (f"{TURNS + 1} times", sizes[-1])):
        text = f"kernel {kernel / 1e6:.0f} MB, page {page / 1e6:.0f} MB"
        record_property(f"{solved.file.name}, all cells run {name}", text)
    assert max(max(pair) for pair in sizes) < GIGABYTE


def memory(notebook) -> tuple[int, int]:
    """Measure the kernel's resident memory and the page's JavaScript heap, in bytes."""
    page = notebook.page
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    return resident(notebook.kernel()), page.evaluate("performance.memory.usedJSHeapSize")


def resident(kernel: str) -> int:
    """Find the process of a kernel by the name of its connection file, and measure it."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"kernel-{kernel}.json" in (process / "cmdline").read_text():
                status = (process / "status").read_text()
                return int(status.split("VmRSS:")[1].split()[0]) * 1024
        except OSError:
            continue  # it has ended in the meantime
    raise LookupError(f"no process runs kernel {kernel}")
