"""What a learner does with a notebook in JupyterLab, as functions: type, run, read the card."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

IDLE = '.jp-Notebook-ExecutionIndicator[data-status="idle"]'
TRIES = 6
SECONDS = 60  # generous: on a busy machine everything takes its time
SOON = SECONDS * 1000 / TRIES
PROMPTS = ".jp-Notebook .jp-CodeCell .jp-InputPrompt"
ALL_RUN = r"""([selector, count, before]) => {
    const prompts = [...document.querySelectorAll(selector)].slice(0, count);
    const texts = prompts.map(prompt => prompt.textContent);
    return texts.every(text => /\[\d+\]/.test(text)) && texts.at(-1) != before;
}"""


class Notebook:
    """One open notebook. Its cells are named by the ids they have in the file."""

    def __init__(self, page: Any, file: Path) -> None:
        self.page = page
        self.file = file
        self.order = [cell["id"] for cell in self.saved()]
        self.code_cells = sum(cell["cell_type"] == "code" for cell in self.saved())
        page.wait_for_selector(IDLE, state="attached")
        page.wait_for_selector(".jp-Notebook .jp-Cell")

    def saved(self) -> list[dict[str, Any]]:
        """Read the cells from the file."""
        cells: list[dict[str, Any]] = json.loads(self.file.read_text("utf-8"))["cells"]
        return cells

    def source(self, identity: str) -> str:
        """Read the source of one cell from the file."""
        return "".join(self.saved()[self.order.index(identity)]["source"])

    def cell(self, identity: str) -> Any:
        index = self.order.index(identity)
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{index}"]')

    def outputs(self, identity: str) -> Any:
        return self.cell(identity).locator(".jp-OutputArea-output")

    def card(self, exercise: str) -> Any:
        return self.cell(f"check-{exercise}").locator(".rnn-card")

    def editor(self, identity: str) -> Any:
        """Click into a cell and give its editor."""
        editor = self.cell(identity).locator(".cm-content")
        editor.scroll_into_view_if_needed()
        editor.click()
        return editor

    def paste(self, identity: str, source: str) -> None:
        """Put other text into a cell, as one who selects everything and pastes."""
        self.editor(identity)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(source)

    def run(self, identity: str) -> Any:
        """Run a cell, wait until it is done, and give its outputs."""
        prompt = self.cell(identity).locator(".jp-InputPrompt").first
        prompt.scroll_into_view_if_needed()
        self.start(lambda: (prompt.click(), self.page.keyboard.press("Control+Enter")), prompt)
        self.page.wait_for_function(
            r"prompt => /\[\d+\]/.test(prompt.textContent)",
            arg=prompt.element_handle(),
            timeout=SECONDS * 1000,
        )
        self.page.wait_for_selector(IDLE, state="attached")
        return self.outputs(identity)

    def start(self, press: Callable[[], Any], prompt: Any) -> None:
        """Press something that runs cells, until the prompt of the first of them has changed."""
        arg = [prompt.element_handle(), prompt.text_content()]

        def attempt() -> None:
            press()
            changed = "([prompt, before]) => prompt.textContent != before"
            self.page.wait_for_function(changed, arg=arg, timeout=SOON)

        self.insist(attempt)

    def insist(self, attempt: Callable[[], None]) -> None:
        """Try, and try again: a page that is still busy with other things drops keys."""
        from playwright.sync_api import TimeoutError as Late

        for _ in range(TRIES - 1):
            with contextlib.suppress(Late):
                attempt()
                return
        attempt()

    def run_all(self) -> None:
        """Run all cells from the menu, and wait until the last one is done."""
        prompts = self.page.locator(PROMPTS)
        last = prompts.nth(self.code_cells - 1).text_content()
        command = '[data-command="runmenu:run-all"]'
        self.start(lambda: self.menu("Run", command), prompts.first)
        self.wait_all_run(last)

    def wait_all_run(self, before: str = "") -> None:
        """Wait until every code cell of the file has a number, the last one another than before."""
        asked = [PROMPTS, self.code_cells, before]
        self.page.wait_for_function(ALL_RUN, arg=asked, timeout=SECONDS * 1000)
        self.page.wait_for_selector(IDLE, state="attached")

    def menu(self, name: str, *items: str) -> None:
        """Choose from a menu: its name in the bar, then one selector for every level."""
        self.page.get_by_role("menuitem", name=name, exact=True).click()
        for item in items:
            self.page.locator(".lm-Menu").locator(item).click()

    def check(self, name: str, source: str) -> Any:
        """Write a function, run it, run its check, and give the card."""
        self.paste(name, source)
        self.run(name)
        self.run(f"check-{name}")
        return self.card(name)

    def save(self) -> None:
        """Save with Ctrl+S, and wait until the server says that it has written the file."""

        def attempt() -> None:
            with self.page.expect_response(is_saved, timeout=SOON):
                self.page.keyboard.press("Control+s")

        self.insist(attempt)

    def kernel(self) -> str:
        """Ask the server for the id of this notebook's kernel."""
        address, path = re.split(r"/lab/.*/tree/", self.page.url.split("?")[0])
        for session in self.page.context.request.get(f"{address}/api/sessions").json():
            if session["path"] == path:
                return str(session["kernel"]["id"])
        raise LookupError(f"{self.file} has no kernel")

    def theme(self, name: str) -> None:
        """Choose "Light" or "Dark" from the Settings menu."""
        self.menu("Settings", 'text="Theme"', f'text="JupyterLab {name}"')
        light = "true" if name == "Light" else "false"
        self.page.wait_for_selector(f'body[data-jp-theme-light="{light}"]', state="attached")

    def stop(self) -> None:
        """Shut the kernel down from the menu."""
        with self.page.expect_response(lambda r: r.request.method == "DELETE"):
            self.menu("Kernel", '[data-command="kernelmenu:shutdown"]')

    def complaints(self) -> list[str]:
        """Read everything that stands on stderr or in a traceback, of all cells."""
        kinds = ("stderr", "error")
        selector = ", ".join(f'[data-mime-type="application/vnd.jupyter.{k}"]' for k in kinds)
        texts: list[str] = self.page.locator(selector).all_text_contents()
        return texts


def is_saved(response: Any) -> bool:
    return response.request.method == "PUT" and "/api/contents/" in response.url


def words(text: str) -> str:
    """Bring all white space of a text to single spaces."""
    return re.sub(r"\s+", " ", text)
