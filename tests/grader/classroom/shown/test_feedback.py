"""Does one page tell a student what was judged and what counts, and do no harm?"""

import re
import subprocess
import sys

import nbgrader_doors as doors
import pytest
from answers import STUBS, edited
from nbgrader.utils import notebook_hash
from parsed import HOSTILE, Parsed, words

from grader.classroom.run import Task, run
from grader.classroom.shown import feedback
from grader.classroom.shown.feedback_page import Answer, Feedback, Notebook, duration, html
from grader.exercises import EXERCISES
from grader.verdict import Finding, OutputVerdict, Verdict

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy speaks of nbgrader
WHO = "student-001"
LISTS = {"outputs": [HOSTILE], "more": (HOSTILE, HOSTILE)}


def grade(course, path=None):
    return list(run(Task(path or course / "submitted", course)))


def page(course, student=WHO, assignment="1_rnn"):
    return feedback.place(course, student, assignment).read_text("utf-8")


def book(course):
    from nbgrader.api import Gradebook

    return Gradebook(f"sqlite:///{course / 'gradebook.db'}")


@pytest.fixture
def graded(course, hand_in):
    """A course with one student: a mistake, a notebook not begun, one missing, and too late."""
    wrong = edited("one_hot", "== ids", "!= ids")
    hand_in(WHO, "00_sequences_and_tools.ipynb", {"one_hot": wrong}, late=True)
    hand_in(WHO, "01_rnn_forward.ipynb", STUBS, late=True)
    grade(course)
    return course


def test_the_page_has_the_points_the_cards_and_the_sum(graded):
    said = words(page(graded))
    assert "11 of 49 points" in said
    assert "one_hot ✗ not yet right 0 / 2" in said
    assert "softmax ✓ all right 3 / 3" in said
    assert "rnn_forward – not started yet 0 / 8" in said
    assert "What you handed in holds no answer yet." in said
    assert "2 hours late" in said
    assert "round 1_rnn-1" in said
    assert said.count(feedback.NOTHING) == 1
    assert Parsed(page(graded)).tags >= {"table", "article", "h1", "h2", "h3"}


def test_what_the_instructor_sets_and_writes_is_on_the_next_page(graded):
    with book(graded) as opened:
        place = ("00_sequences_and_tools", "1_rnn", WHO)
        opened.find_grade("check_one_hot", *place).manual_score = 1.5
        opened.find_comment("one_hot", *place).manual_comment = f"Nearly.\n{HOSTILE}"
        opened.db.commit()
    grade(graded)
    said = words(page(graded))
    assert "12.5 of 49 points" in said
    assert "Points set by hand: 1.5 of 2" in said
    assert "Nearly." in said
    assert "script" not in Parsed(page(graded)).tags


def test_a_late_penalty_is_on_the_page_as_nbgrader_exports_it(graded, monkeypatch):
    from traitlets.config import Config

    settings = Config()
    settings.LateSubmissionPlugin.penalty_method = "zero"
    monkeypatch.setattr("grader.classroom.run.configuration", lambda *_: settings)
    grade(graded)
    said = words(page(graded))
    assert "Handed in late − 11" in said
    assert "0 of 49 points" in said
    with book(graded) as opened:
        submission = opened.find_submission("1_rnn", WHO)
        assert submission.score - submission.late_submission_penalty == 0


def test_a_notebook_that_was_not_looked_at_again_keeps_its_points_and_says_so(graded):
    grade(graded, graded / "submitted" / WHO / "1_rnn" / "01_rnn_forward.ipynb")
    said = words(page(graded))
    assert "11 of 49 points" in said
    assert said.count(feedback.UNSEEN) == 2
    assert feedback.NOTHING not in said


def test_a_file_that_cannot_be_used_says_why(course, hand_in):
    hand_in(WHO, "01_rnn_forward.ipynb").write_text("{", "utf-8")
    grade(course)
    assert "01_rnn_forward.ipynb is not a Jupyter notebook" in words(page(course))


def test_nothing_of_a_student_s_is_html_and_nothing_comes_from_outside():
    finding = Finding("value", "a_next", HOSTILE)
    verdict = Verdict(
        "rnn_cell_forward",
        "wrong",
        1.0,
        6.0,
        f"{HOSTILE}\nline 1: {HOSTILE}",
        (OutputVerdict("a_next", HOSTILE, "wrong", None, (finding,)),),
        (HOSTILE,),
        (dict.fromkeys(("id", "title", "hint", "reread"), HOSTILE) | LISTS,),
    )
    answers = (Answer(verdict, 1, 6, True, HOSTILE),)
    parts = (Notebook("01_rnn_forward", "", answers), Notebook(HOSTILE, HOSTILE, answers))
    text = html(Feedback(HOSTILE, HOSTILE, HOSTILE, parts, 1, 60, HOSTILE, HOSTILE))
    found = Parsed(text)
    assert not found.tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    names = {name for name, _ in found.attributes}
    assert not {name for name in names if name.startswith("on")} | names & {"src", "style"}
    assert {value[0] for name, value in found.attributes if name == "href"} == {"#"}
    assert not re.search(r"url\(|@import|https?:", text)
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in found.attributes


def test_every_exercise_can_be_reached_from_the_table(graded):
    found = Parsed(page(graded)).attributes
    asked = {name for name, exercise in EXERCISES.items() if exercise.lesson[:2] in "00 01 02"}
    assert {("href", f"#{name}") for name in asked} <= found
    assert {("id", name) for name in asked} <= found


@pytest.mark.long
def test_nbgrader_makes_and_releases_its_own_feedback_beside_the_page(graded, tmp_path):
    noted = graded / "submitted" / WHO / "1_rnn" / "submission_secret.txt"
    secret = "0123456789abcdef" * 8  # as long as nbgrader's
    noted.write_text(secret, "utf-8")
    grade(graded)
    before = page(graded)
    exchange = tmp_path / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    options = [f"--CourseDirectory.root={graded}", f"--Exchange.root={exchange}", "--course=course"]
    env = doors.surroundings(tmp_path)
    for words_of in (["generate_feedback", "1_rnn"], ["generate_feedback", "1_rnn", "--force"]):
        run_nbgrader([*words_of, *options], tmp_path, env)
        made = {path.name for path in (graded / "feedback" / WHO / "1_rnn").glob("*.html")}
        assert made == {"00_sequences_and_tools.html", "01_rnn_forward.html"}
    run_nbgrader(["release_feedback", "1_rnn", *options], tmp_path, env)
    released = {path.stem for path in (exchange / "course" / "feedback").iterdir()}
    names = ("00_sequences_and_tools", "01_rnn_forward")
    assert released == {notebook_hash(secret=secret, notebook_id=name) for name in names}
    assert page(graded) == before


def run_nbgrader(arguments, folder, env):
    command = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(59, "less than a minute"), (60, "1 minute"), (7300, "2 hours"), (86400, "1 day")],
)
def test_a_time_is_said_in_its_largest_unit(seconds, said):
    assert duration(seconds) == said
