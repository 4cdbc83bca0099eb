"""Does `grader feedback` fill the folders that nbgrader would, and say what it could not do?"""

import re
import stat

import nbgrader_doors as doors
import pytest
from both_pages import autograded, files, grade, make, ours, stock
from nbgrader.utils import notebook_hash
from test_feedback import run_nbgrader

from grader import cli
from grader.classroom.shown import feedback

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy speaks of nbgrader


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
