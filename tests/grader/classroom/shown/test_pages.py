"""Are the pages of `grader feedback` those of `nbgrader generate_feedback`, to the byte?

What differs on purpose: links beside a notebook are not followed, a notebook that nbformat finds
invalid has its page if the template can show it, and letters that are none become question marks.
"""

import json
import shutil

import pytest
from both_pages import FIRST, autograded, files, grade, make, ours, stock
from parsed import HOSTILE
from traitlets.config import Config

from grader.classroom.shown import highlighting, memory, pages

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy speaks of nbgrader


def test_the_pages_are_nbgraders_to_the_byte(graded):
    made = ours(graded)
    assert made == stock(graded)
    assert len([name for name in made if name.endswith(".html")]) == 6
    late = made["late/1_rnn/00_sequences_and_tools.html"]
    assert b"Late submission penalty" in late
    by_hand = made["by-hand/1_rnn/00_sequences_and_tools.html"]
    assert b"Score: 1.75 / 2.0" in by_hand
    assert b'<h1 id="Nearly">Nearly' in by_hand
    assert pages.READY[0].detours == 1  # a comment that leaves something open


def test_several_processes_make_the_same_pages(graded):
    one = ours(graded)
    shutil.rmtree(graded / "feedback" / "late" / "1_rnn")
    assert make(graded, "--jobs", "2") == 0
    assert files(graded / "feedback") == one


def markdown(*source):
    return {"cell_type": "markdown", "id": "m", "metadata": {}, "source": [*source]}


def code(source, *outputs, **metadata):
    cell = {"cell_type": "code", "id": "c", "execution_count": 3, "metadata": metadata}
    return {**cell, "source": source, "outputs": [*outputs]}


def shown(kind="display_data", **data):
    count = {"execution_count": 3} if kind == "execute_result" else {}
    named = {name.replace("_", "/"): value for name, value in data.items()}
    return {"output_type": kind, "data": named, "metadata": {}, **count}


PIXEL = "iVBORw0KGgo="
QUICK = {
    "prose": markdown("# A *title*\n", "\n", "$a<b$ and\n\n$$x < y$$\n\n<img src='files/a.png'>\n"),
    "hostile prose": markdown(HOSTILE),
    "table": markdown("a | b\n--|--\n1 | `x`\n\n- [ ] one\n- [x] two\n\n```mermaid\na-->b\n```"),
    "attached": {
        **markdown("![a](attachment:a.png)"),
        "attachments": {"a.png": {"image/png": PIXEL}},
    },
    "streams": code(
        "print('a')",
        {"output_type": "stream", "name": "stdout", "text": ["\x1b[31mred\x1b[0m <b>\n", "more"]},
        {"output_type": "stream", "name": "stderr", "text": "&amp; \n\n"},
    ),
    "error": code(
        "1/0",
        {
            "output_type": "error",
            "ename": "E",
            "evalue": "<i>",
            "traceback": ["\x1b[1mE\x1b[0m: <i>"],
        },
    ),
    "picture": code("plot()", shown(image_png=PIXEL), shown(text_latex="$a<b$")),
    "html": code("show", shown("execute_result", text_html=["<b class=' x  y '>a</b>", HOSTILE])),
    "markdown": code("show", shown(text_markdown="*a* <img src=x onerror=alert(1)>")),
    "vector": code("show", shown(**{"image_svg+xml": "<svg onload='alert(1)'></svg>"})),
    "script in html": code("show", shown(text_html="<script>if (a < b) alert('x')</script>")),
    "magic": code("%%time\n!ls\nx?\n'%d' % 3 != 4"),
    "code like html": code("'</pre></div><script>alert(1)</script>' # &amp; &#39;\r\n\tx\xa0"),
    "empty": code(""),
    "tagged": code("x", tags=["a b", "<c>"]),
    "raw": {"cell_type": "raw", "id": "r", "metadata": {}, "source": "<p>raw</p>"},
    "nothing raw": {"cell_type": "raw", "id": "r", "metadata": {}, "source": ""},
}
SLOW = {
    "closes too much": markdown("a\n\n</div></div></div>\n"),
    "closes all": code("show", shown(text_html="</body></html><p>b</p>")),
    "closes nothing": markdown("a</br>b"),
    "left open": markdown("<div><b>never closed\n"),
    "comment": code("show", shown(text_html="<p>a</p><!-- never closed")),
    "quote": code("show", shown(text_html='<p>a</p><a href="<p>b</p>')),
    "text area": code("show", shown(text_html="<textarea>")),
    "words": {"cell_type": "raw", "id": "r", "metadata": {}, "source": "only words"},
    "program": code("show", shown(application_javascript="alert(1)")),
    "other language": code("select 1", magics_language="sql"),
}


@pytest.fixture
def strange(course, hand_in, one_sandbox):
    """Grade a class, then put something into each autograded notebook that nbgrader might."""
    for number in range(len(QUICK) + len(SLOW)):
        hand_in(f"s{number:02}", FIRST)
    grade(course)
    for number, cell in enumerate({**QUICK, **SLOW}.values()):
        path = autograded(course, f"s{number:02}")
        notebook = json.loads(path.read_bytes())
        place = 4 + number % 3  # within, not always at the same cell
        notebook["cells"][place:place] = [{**cell, "id": "one"}, {**cell, "id": "two"}]
        notebook["metadata"]["language_info"]["pygments_lexer"] = "ipython3"
        path.write_text(json.dumps(notebook), "utf-8")
    return course


@pytest.mark.long
def test_whatever_a_notebook_holds_its_page_is_nbgraders(strange):
    made, theirs = ours(strange), stock(strange)
    assert made.keys() == theirs.keys()
    for number, name in enumerate({**QUICK, **SLOW}):
        page = f"s{number:02}/1_rnn/00_sequences_and_tools.html"
        assert made[page] == theirs[page], name
    assert pages.READY[0].detours == len(SLOW)


@pytest.mark.parametrize(
    "change",
    [
        lambda notebook: notebook["cells"][3].update(id=notebook["cells"][4]["id"]),
        lambda notebook: notebook["metadata"].update(language_info={"name": "julia"}),
        lambda notebook: notebook["metadata"].update(
            widgets={"application/vnd.jupyter.widget-state+json": {"state": {"a": {}}}}
        ),
        lambda notebook: (
            notebook.update(nbformat_minor=4) or [c.pop("id") for c in notebook["cells"]]
        ),
    ],
    ids=["two cells of one name", "another language", "widgets", "an older format"],
)
def test_a_notebook_of_another_kind_has_nbgraders_page(two, change):
    path = autograded(two, "right")
    notebook = json.loads(path.read_bytes())
    change(notebook)
    path.write_text(json.dumps(notebook), "utf-8")
    assert ours(two) == stock(two)


def test_settings_of_nbconvert_count_as_they_do_for_nbgrader(two, tmp_path, monkeypatch):
    text = "c = get_config()\nc.HTMLExporter.exclude_input = True\n"
    (tmp_path / "nbgrader_config.py").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    config = Config()
    config.HTMLExporter.exclude_input = True
    made = ours(two)
    assert made == stock(two, config)
    assert b"def one_hot" not in made["right/1_rnn/00_sequences_and_tools.html"]


def test_a_memory_that_is_too_small_costs_time_alone(two, monkeypatch):
    before = ours(two)
    monkeypatch.setattr(memory.Memory.__init__, "__defaults__", (50_000,))
    monkeypatch.setattr(highlighting, "KNOWN", memory.Memory())
    shutil.rmtree(two / "feedback" / "right" / "1_rnn")
    assert ours(two) == before
    assert pages.READY[0].detours == 0
    assert pages.READY[0].assembly.cells.taken <= 50_000
