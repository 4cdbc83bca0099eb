"""JupyterLab as a learner starts it, and a browser that can reach nothing else."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import serving
from driver import SECONDS, Notebook
from paper import LOOKS
from solved import STATES, STUDY

from grader import build

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
NOTEBOOKS = [
    "1_rnn/00_sequences_and_tools.ipynb",
    "1_rnn/01_rnn_forward.ipynb",
    "1_rnn/02_rnn_backward.ipynb",
    "2_lstm/03_lstm_forward.ipynb",
    "2_lstm/04_lstm_backward.ipynb",
]
COURSES = {"repository": serving.repository, "release": serving.release}


def pytest_addoption(parser):
    text = "write a picture of every figure, plot and card there"
    parser.addoption("--shots", type=Path, metavar="DIR", help=text)


def pytest_ignore_collect(collection_path, config):
    """Pictures are made when they are asked for."""
    return True if collection_path.name == "test_shots.py" and not config.option.shots else None


FAILURES = Path(__file__).parent / "screenshots"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Keep a picture of every page that is open when a test of this folder fails."""
    report = yield
    if report.failed and "browser" in getattr(item, "funcargs", {}):
        FAILURES.mkdir(exist_ok=True)
        pages = [page for context in item.funcargs["browser"].contexts for page in context.pages]
        for count, page in enumerate(pages):
            path = FAILURES / f"{re.sub(r'[^A-Za-z0-9_]+', '-', item.name)}-{count}.png"
            page.screenshot(path=path)
            report.sections.append(("picture", str(path)))
    return report


def pytest_terminal_summary(terminalreporter):
    """Print what tests have measured."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")


@pytest.fixture(scope="session")
def lab(request, tmp_path_factory):
    """A running JupyterLab; a module may choose the course by `parametrize(..., indirect=True)`."""
    if not Path(CHROMIUM).exists():
        pytest.skip("needs chromium: apt install chromium")
    scratch = tmp_path_factory.mktemp("lab")
    course, command = COURSES[getattr(request, "param", "repository")](scratch)
    with serving.serving(scratch, course, command) as running:
        yield running


@pytest.fixture(scope="session")
def browser(lab):
    """A Chromium that can reach this machine and nothing else."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*QUIET, NOWHERE], timeout=SECONDS * 1000
        )
        yield chromium
        chromium.close()


@pytest.fixture(params=LOOKS, ids=str)
def opened(browser, address, request):
    """The page at a module's own `address`, in both themes, wide and narrow."""
    scheme, width = request.param
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(address)
    yield page
    page.close()


@pytest.fixture(scope="session")
def abroad():
    """Addresses other than the server's that any page of the session asked for."""
    return []


@pytest.fixture(autouse=True)
def nothing_from_outside(abroad):
    """No test of this folder may make a page ask anybody but the server."""
    yield
    assert abroad == []


@pytest.fixture(scope="module")
def new_page(lab, browser, abroad):
    """Open empty pages whose every request is looked at."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(SECONDS * 1000)

    def note(address: str) -> None:
        if urlsplit(address).netloc not in ("", urlsplit(lab.address).netloc):
            abroad.append(address)

    def opened():
        page = context.new_page()
        page.on("websocket", lambda websocket: note(websocket.url))
        return page

    context.on("request", lambda request: note(request.url))
    yield opened
    context.close()


@pytest.fixture(scope="module")
def open_notebook(lab, new_page):
    """Open notebooks by their path below work/, each in a page of its own, and set them up."""

    def opened(path: str) -> Notebook:
        page = new_page()
        page.goto(lab.url(path))
        notebook = Notebook(page, lab.work / path)
        notebook.run("setup")
        return notebook

    return opened


@pytest.fixture(scope="session")
def solutions(tmp_path_factory):
    """The five notebooks with every function written, as the repository builds them."""
    folder = tmp_path_factory.mktemp("solutions")
    build.main(solved=folder)
    return folder


@pytest.fixture(scope="module")
def own_folder(lab, request):
    """A folder in work/ for one file of tests alone, with fresh notebooks; its path below work/."""
    name = request.module.__name__
    shutil.copytree(lab.course / "notebooks", lab.work / name)
    return name


@pytest.fixture(scope="module", params=NOTEBOOKS)
def solved(request, lab, own_folder, solutions, new_page):
    """Each solved notebook in turn, all of its cells run; its kernel is stopped afterwards."""
    shutil.copytree(solutions, lab.work / own_folder, dirs_exist_ok=True)
    path = f"{own_folder}/{request.param}"
    page = new_page()
    page.goto(lab.url(path))
    notebook = Notebook(page, lab.work / path)
    notebook.run_all()
    yield notebook
    notebook.stop()
    page.close()


@pytest.fixture(scope="module")
def cards(lab, own_folder, solutions, open_notebook):
    """A notebook with every card of `solved.CARDS`, beside a notebook 00 that is done."""
    folder = lab.work / own_folder / "cards" / "1_rnn"
    shutil.copytree(lab.course / "notebooks", folder.parent)
    shutil.copyfile(solutions / NOTEBOOKS[0], folder.parent / NOTEBOOKS[0])
    fresh = json.loads((folder / "01_rnn_forward.ipynb").read_text("utf-8"))
    cells = {cell["id"]: cell for cell in fresh["cells"]}
    answer, check = cells["rnn_cell_forward"], cells["check-rnn_cell_forward"]
    fresh["cells"] = [cells["setup"]]
    for name, source in STATES.items():
        own = {"id": name, "metadata": {"tags": ["raises-exception"]}, "source": [source]}
        fresh["cells"].append(answer | own)
        fresh["cells"].append(check | {"id": f"check-{name}"})
        for asked, call in STUDY.get(name, {}).items():
            fresh["cells"].append(check | {"id": f"check-{asked}", "source": [call]})
    (folder / "cards.ipynb").write_text(json.dumps(fresh), "utf-8")
    notebook = open_notebook(f"{own_folder}/cards/1_rnn/cards.ipynb")
    notebook.run_all()
    return notebook
