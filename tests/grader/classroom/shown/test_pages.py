"""Are the pages of `grader feedback` those of `nbgrader generate_feedback`, to the byte?

What differs on purpose: links beside a notebook are not followed, a notebook that nbformat finds
invalid has its page if the template can show it, and letters that are none become question marks.
"""

import json
import re
import shutil
import stat
from contextlib import suppress

import nbgrader_doors as doors
import pytest
from answers import edited
from exported import gradebook
from nbgrader.converters import GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import notebook_hash
from parsed import HOSTILE
from test_feedback import run_nbgrader
from traitlets.config import Config

from grader import cli
from grader.classroom.run import Task, run
from grader.classroom.shown import feedback, pages

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy speaks of nbgrader
FIRST, SECOND = "00_sequences_and_tools.ipynb", "01_rnn_forward.ipynb"
NUMBER = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


def grade(course, **settings):
    return list(run(Task(course / "submitted", course, **settings)))


def make(course, *more):
    return cli.main(["feedback", "1_rnn", "--course", str(course), "--jobs", "1", *more])


def files(folder):
    """Read all that lies in the folders of 1_rnn; numbers that are drawn are taken out."""
    return {
        str(path.relative_to(folder)): NUMBER.sub(b"", path.read_bytes())
        for path in sorted(folder.glob("*/1_rnn/**/*"))
        if path.is_file()
    }


def ours(course, *more):
    make(course, *more)
    return files(course / "feedback")


def stock(course, config=None):
    """Have nbgrader make its pages, and put them aside."""
    config = config or Config()
    config.CourseDirectory.root = str(course)
    place = CourseDirectory(config=config, assignment_id="1_rnn")
    shutil.move(course / "feedback", course / "away")
    with suppress(NbGraderException):  # it has done what it could
        GenerateFeedback(coursedir=place, config=config).start()
    made = files(course / "feedback")
    shutil.rmtree(course / "feedback")
    shutil.move(course / "away", course / "feedback")
    return made


def autograded(course, student, name=FIRST):
    return course / "autograded" / student / "1_rnn" / name


@pytest.fixture
def graded(course, hand_in, one_sandbox, monkeypatch):
    """A class: all right, a mistake with words on it, late, and by hand."""
    settings = Config()
    settings.LateSubmissionPlugin.penalty_method = "zero"
    monkeypatch.setattr("grader.classroom.run.configuration", lambda *_: settings)
    wrong = edited("one_hot", "== ids", "!= ids")
    for name in (FIRST, SECOND):
        hand_in("right", name)
        hand_in("late", name, late=True)
    hand_in("wrong", FIRST, {"one_hot": wrong, "softmax": "def softmax(x):\n    return <b>"})
    hand_in("by-hand", FIRST, {"one_hot": wrong})
    grade(course)
    with gradebook(course) as base:
        place = ("00_sequences_and_tools", "1_rnn", "by-hand")
        grade_of = base.find_grade("check_one_hot", *place)
        grade_of.manual_score, grade_of.extra_credit = 1.25, 0.5
        said = f"# Nearly\n\n* `==`, *not* `!=`: $a_t$\n\n```python\nids == ids\n```\n{HOSTILE}"
        base.find_comment("one_hot", *place).manual_comment = said
        base.find_comment("softmax", *place).manual_comment = "<div>never closed"
        base.db.commit()
    return course


@pytest.fixture
def two(course, hand_in, one_sandbox):
    """A class of two who have one notebook right."""
    for student in ("right", "other"):
        hand_in(student, FIRST)
    grade(course)
    return course


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


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            lambda path: path.write_text("{", "utf-8"),
            "00_sequences_and_tools.ipynb cannot be shown",
        ),
        (lambda path: path.unlink() or path.symlink_to(__file__), "it is a link"),
        (
            lambda path: path.rename(path.with_name("own.ipynb")),
            "own.ipynb is not in the gradebook",
        ),
    ],
    ids=["broken", "link", "unknown"],
)
def test_a_bad_notebook_costs_its_student_alone(two, capsys, damage, said):
    before = ours(two)
    own = feedback.place(two, "right", "1_rnn").read_bytes()
    damage(autograded(two, "right"))
    capsys.readouterr()
    assert make(two) == 1
    out, err = capsys.readouterr()
    assert out.startswith("1 page of 1 student in ")
    assert err.startswith("right has no pages: ")
    assert said in err
    others = {name: page for name, page in before.items() if not name.startswith("right/")}
    assert files(two / "feedback") == others
    assert not (two / "feedback" / "right" / "1_rnn").exists()
    assert feedback.place(two, "right", "1_rnn").read_bytes() == own


def test_a_cell_without_points_in_the_gradebook_is_told(two, capsys):
    path = autograded(two, "right")
    path.write_text(path.read_text("utf-8").replace('"check_one_hot"', '"check_other"'), "utf-8")
    assert make(two) == 1
    assert "no points or no comment for its cell check_other" in capsys.readouterr().err


def test_the_folder_holds_what_nbgraders_would_and_nothing_else(two):
    source, target = (two / folder / "right" / "1_rnn" for folder in ("autograded", "feedback"))
    for name in ("data/a.csv", "data/__pycache__/a.pyc", "b.pyc", ".ipynb_checkpoints/c.txt"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text("a", "utf-8")
    (source / "images" / "brick.svg").chmod(0o444)
    for name in ("old.html", "data/old/older.csv", ".00_sequences_and_tools.html.1.part"):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text("a", "utf-8")
    made = ours(two)
    assert made == stock(two)
    assert "right/1_rnn/data/a.csv" in made
    assert not (target / "data" / "old").exists()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in target.rglob("*.*") if path.is_file()}
    assert modes == {0o644}
    assert feedback.place(two, "right", "1_rnn").is_file()


def test_a_link_beside_a_notebook_gives_nothing_away(two):
    (autograded(two, "right").parent / "data.csv").symlink_to(two / "secret")
    assert make(two) == 0
    assert not (two / "feedback" / "right" / "1_rnn" / "data.csv").exists()


def test_one_student_alone(two, capsys):
    assert make(two, "--student", "other") == 0
    assert {name.split("/")[0] for name in files(two / "feedback")} == {"other"}
    assert re.match(
        r"1 page of 1 student in \d+\.\d s: .*/feedback/other/1_rnn\n", capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["1_rn"], "There is no notebook in"),
        (["../1_rnn"], "is not the name of an assignment"),
        (["*"], "is not the name of an assignment"),
        (["1_rnn", "--student", "nobody"], "There is no notebook in"),
        (["1_rnn", "--course", "nowhere"], "There is no gradebook at"),
    ],
)
def test_where_nothing_can_be_done_it_says_why(course, capsys, asked, said):
    assert cli.main(["feedback", "--course", str(course), *asked]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.long
def test_nbgrader_releases_the_pages(graded, tmp_path):
    secret = "0123456789abcdef" * 8  # as long as nbgrader's
    for student in ("right", "late", "wrong", "by-hand"):
        noted = graded / "submitted" / student / "1_rnn" / "submission_secret.txt"
        noted.write_text(secret + student, "utf-8")
    grade(graded, force=True)
    assert make(graded) == 0
    exchange = tmp_path / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    options = [f"--CourseDirectory.root={graded}", f"--Exchange.root={exchange}", "--course=course"]
    run_nbgrader(["release_feedback", "1_rnn", *options], tmp_path, doors.surroundings(tmp_path))
    released = {path.stem: path for path in (exchange / "course" / "feedback").iterdir()}
    name = notebook_hash(secret=f"{secret}wrong", notebook_id="00_sequences_and_tools")
    page = graded / "feedback" / "wrong" / "1_rnn" / "00_sequences_and_tools.html"
    assert released[name].read_bytes() == page.read_bytes()
    assert len(released) == 6
