"""Notebook 02 as a learner does it: from top to bottom, Shift+Enter, both functions typed by hand.

Nothing is pasted here. Every character is a key press, and JupyterLab indents, and closes
brackets if it is told to, as it does for everybody.
"""

from __future__ import annotations

import re
import shutil

import pytest
from driver import words
from typist import Typist

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.xdist_group("e2e")]

LESSON = "1_rnn/02_rnn_backward.ipynb"
FORWARD = "1_rnn/01_rnn_forward.ipynb"
STUB = "YOUR CODE HERE"
CELL = """\
    dz = (1 - a_next**2) * da_next  # through the tanh
    gradients = {
        "dxt": parameters["Wax"].T @ dz,
        "da_prev": parameters["Waa"].T @ dz,
    }
    for name, other in [("dWax", xt), ("dWaa", a_prev)]:
        gradients[name] = dz @ other.T

    gradients["dba"] = np.sum(
        dz,
        axis=1,
        keepdims=True,
    )
    return gradients"""
SEQUENCE = """\
    dx = np.zeros((x.shape[0], m, T_x))
    sums = {}
    back = 0
    for t in range(T_x - 1, -1, -1):
        one = rnn_cell_backward(da[:, :, t] + back, steps[t])
        back = one["da_prev"]
        dx[:, :, t] = one['dxt']
        for name in one:
            if name in ("dxt", "da_prev"):
                continue
            elif name in sums:
                sums[name] = sums[name] + one[name]
            else:
                sums[name] = one[name]
    return {"dx": dx, "da0": back, **sums}"""
ALL_RIGHT = ["✓ all right"] * 2
TYPED = {"rnn_cell_backward": CELL, "rnn_backward": SEQUENCE}


@pytest.fixture(scope="module")
def lesson(lab, own_folder, solutions, open_notebook):
    """Notebook 02, fresh, beside a notebook 01 that the learner has done."""
    shutil.copyfile(solutions / FORWARD, lab.work / own_folder / FORWARD)
    return open_notebook(f"{own_folder}/{LESSON}")


@pytest.fixture(scope="module")
def done(lesson):
    """Go from top to bottom with Shift+Enter, and write at the two places to write in."""
    lesson.cell(lesson.order[0]).click()
    lesson.page.keyboard.press("Escape")
    for identity in lesson.order:
        if identity in TYPED:
            lesson.cell(identity).locator(".cm-line", has_text=STUB).click()
            Typist(lesson.page).replace_line(TYPED[identity])
        lesson.page.keyboard.press("Shift+Enter")
    lesson.wait_all_run()
    return lesson


def test_every_check_says_all_right_and_the_points_add_up(done):
    cards = done.page.locator(".rnn-card")
    assert [words(card) for card in cards.locator(".state").all_text_contents()] == ALL_RIGHT
    points = cards.locator(".points strong").all_text_contents()
    got, of = zip(*(map(int, point.split("/")) for point in points), strict=True)
    assert (sum(got), sum(of)) == (22, 22)


def test_nothing_complains_and_no_demo_waits(done):
    assert done.complaints() == []
    assert "Not yet" not in done.page.locator(".jp-Notebook").text_content()


def test_learning_with_what_was_typed_shows_its_curves_and_writes_words(done):
    assert done.outputs("demo-31").locator("img").count() == 1
    log = words(done.cell("demo-40").locator(".jp-OutputArea").text_content())
    losses = [float(loss) for loss in re.findall(r"loss per letter (\S+)", log)]
    assert "turn 320" in log
    assert losses[-1] < 0.8 < 2 < losses[0]
    written = done.cell("demo-42").locator(".jp-OutputArea").text_content().split()
    assert any(not word.endswith("*") for word in written)


def test_stub_is_replaced_line_for_line(done):
    done.save()
    for name, body in TYPED.items():
        assert done.source(name).endswith(body)
        assert STUB not in done.source(name)


@pytest.fixture(params=["as it comes", "closing brackets"])
def editor(request, lesson):
    """The editor as it comes, and with "Auto Close Brackets" chosen in the Settings menu."""
    toggle = ("Settings", '[data-command$="toggle-autoclosing-brackets-universal"]')
    if request.param == "closing brackets":
        lesson.menu(*toggle)
    yield
    if request.param == "closing brackets":
        lesson.menu(*toggle)


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_is_what_stands_in_the_cell(lesson, editor, name):
    before = lesson.source(name)
    source = "def f(da, caches):\n" + TYPED[name]
    lesson.editor(name)
    lesson.page.keyboard.press("Control+a")
    lesson.page.keyboard.press("Delete")
    Typist(lesson.page).write(source)
    lesson.save()
    assert lesson.source(name) == source
    lesson.paste(name, before)
