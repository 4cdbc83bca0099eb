"""The committed figures are what the script draws, and say in words what they show."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

IMAGES = Path(__file__).parents[2] / "images"
SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    "LSTM",
    "LSTM_cell_backward",
    "LSTM_forward",
    "brick",
    "lstm_gates_backward",
    "rnn_backward",
    "rnn_cell",
    "rnn_cell_backward",
    "rnn_forward",
    "seven_tasks",
    "two_readers",
)


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(IMAGES)
        yield importlib.import_module("make_figures")


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def source(name: str) -> str:
    return (IMAGES / f"{name}.svg").read_text("utf-8")


@pytest.fixture
def root(source: str) -> ElementTree.Element:
    return ElementTree.fromstring(source)


def test_committed_figures_are_what_would_be_drawn(script):
    assert script.differing() == []


def test_drawing_twice_gives_the_same_bytes(script):
    for draw in script.DRAW:
        assert draw().svg() == draw().svg()


def test_a_changed_or_missing_file_is_named(script, tmp_path):
    script.write(tmp_path)
    assert script.differing(tmp_path) == []
    with (tmp_path / "brick.svg").open("a") as file:
        file.write("<!-- -->")
    (tmp_path / "rnn_cell.svg").unlink()
    assert sorted(script.differing(tmp_path)) == ["brick.svg", "rnn_cell.svg"]


def test_alt_text_covers_each_file(script):
    assert sorted(script.ALT) == sorted(path.stem for path in IMAGES.glob("*.svg"))
    assert set(NAMES) <= set(script.ALT)


def test_title_and_desc_say_what_is_seen(script, root, name):
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text
    assert desc.text == script.ALT[name]


def test_nothing_is_loaded_from_elsewhere(source, root):
    assert source.count("://") == 1, "the SVG namespace is the only address"
    assert not re.search(r"href|url\(|@import|<script|<style|<image|\son\w+=", source)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "desc", "rect", "text", "tspan", "path", "polygon", "circle"),
    }


def test_no_text_is_too_small_to_read(source):
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', source)]
    assert min(sizes) >= 12
    assert 720 <= float(re.search(r'viewBox="0 0 (\d+)', source)[1]) <= 860
