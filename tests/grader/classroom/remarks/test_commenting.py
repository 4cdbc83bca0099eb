"""Do words on a mistake reach all who make it, now and later, and nobody else?"""

import re
import shutil
import subprocess
import sys

import nbgrader_doors as doors
import pytest
from answers import SOLUTIONS, edited
from nbconvert.filters import markdown2html
from nbgrader.api import Gradebook
from parsed import Parsed, words

from benchmarks.contents import contents
from grader import cli
from grader.classroom.kept import results
from grader.classroom.remarks import commenting, remarks
from grader.classroom.shown import feedback
from grader.classroom.terminal import comments

pytestmark = [pytest.mark.xdist_group("course"), pytest.mark.filterwarnings("ignore")]
CELL, FILE, NOTEBOOK = "rnn_cell_forward", "01_rnn_forward.ipynb", "01_rnn_forward"
SCALED = edited(CELL, "np.tanh(", "0.7 * np.arctan(")
REWRITTEN = SCALED.replace("a_next", "hidden")
OTHER = edited(CELL, "np.tanh(", "0.8 * np.arctan(")
EVIL = "<img src=x onerror=alert(1)>"
STOPS = edited(CELL, "    # BEGIN SOLUTION", f'    parameters["{EVIL}"]')
WORDS = "Take **tanh**:\n\n- it is `np.tanh`"


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    return tmp_path_factory.mktemp("done") / "course"


@pytest.fixture
def graded(hand_in, outcomes, course, done):
    """A class in which two make one mistake, one another, one none, and one is stopped."""
    if done.is_dir():
        return shutil.copytree(done, course, dirs_exist_ok=True)
    answers = {"one": SCALED, "two": REWRITTEN, "three": OTHER, "four": SOLUTIONS[CELL]}
    for who, source in {**answers, "five": STOPS}.items():
        hand_in(who, FILE, {CELL: source})
    outcomes()
    shutil.copytree(course, done)
    return course


@pytest.fixture
def comment(graded, capsys):
    """Type `grader comment`; give its exit code, what it printed, and what it complained of."""

    def run(*arguments):
        capsys.readouterr()
        code = cli.main(["comment", *arguments, "--course", str(graded)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def opened(course):
    return Gradebook(f"sqlite:///{course / 'gradebook.db'}")


def said(course, who, exercise=CELL):
    """Give (automatic, manual) comment."""
    with opened(course) as book:
        found = book.find_comment(exercise, NOTEBOOK, "1_rnn", who)
        return found.auto_comment, found.manual_comment


def by_hand(course, who, **values):
    with opened(course) as book:
        comment = book.find_comment(CELL, NOTEBOOK, "1_rnn", who)
        grade = book.find_grade(f"check_{CELL}", NOTEBOOK, "1_rnn", who)
        for name, value in values.items():
            setattr(comment if "comment" in name else grade, name, value)
        book.db.commit()


def page(course, who):
    return feedback.place(course, who, "1_rnn").read_text("utf-8")


def cluster(course, who="one"):
    """Give the id of the cluster that somebody's answer is in."""
    return next(group.id for group in commenting.groups(course) if who in group.people)


def everything(course):
    """Read the gradebook and all files but the backups."""
    files = {
        path.relative_to(course): path.read_bytes()
        for path in course.rglob("*")
        if path.is_file() and path.suffix != ".db"
    }
    return contents(course / "gradebook.db"), files


def test_words_reach_all_who_make_a_mistake_and_nobody_else(graded, comment):
    before = {who: said(graded, who) for who in ("one", "two", "three", "four", "five")}
    code, printed, _ = comment(cluster(graded), WORDS)
    assert code == 0
    assert "your comment is in the gradebook and the feedback of 2 students" in printed
    for who in ("one", "two"):
        assert said(graded, who) == (f"{WORDS}\n\n<!-- -->\n\n{before[who][0]}", None)
        assert "Your instructor’s comment: Take **tanh**: - it is `np.tanh`" in words(
            page(graded, who)
        )
    for who in ("three", "four", "five"):
        assert said(graded, who) == before[who]
        assert "tanh**" not in page(graded, who)


def test_scores_and_notebooks_stay_and_no_code_is_run(graded, comment, monkeypatch):
    monkeypatch.setattr("grader.classroom.workers.worker.attempt", None)
    tables, files = everything(graded)
    comment(cluster(graded), WORDS)
    after, later = everything(graded)
    assert {name for name in tables if tables[name] != after[name]} == {"comment"}
    changed = {str(path) for path in later if later[path] != files.get(path)}
    assert changed == {"comments.json", "feedback/one/1_rnn.html", "feedback/two/1_rnn.html"}


def test_to_say_it_twice_changes_nothing(graded, comment):
    comment(cluster(graded), WORDS)
    before, backups = everything(graded), len(list((graded / "backups").iterdir()))
    assert comment(cluster(graded), WORDS)[0] == 0
    assert everything(graded) == before
    assert len(list((graded / "backups").iterdir())) == backups


def test_grading_again_keeps_the_words_and_gives_what_the_command_gave(graded, comment, outcomes):
    comment(cluster(graded), WORDS)
    before = said(graded, "one"), page(graded, "one")
    outcomes()
    assert (said(graded, "one"), page(graded, "one")) == before


def test_grading_brings_back_what_nbgrader_has_emptied_and_runs_nothing(
    graded, comment, outcomes, monkeypatch
):
    comment(cluster(graded), WORDS)
    before = said(graded, "one")
    by_hand(graded, "one", auto_comment=None)
    monkeypatch.setattr("grader.classroom.workers.worker.attempt", None)
    found = outcomes()
    assert said(graded, "one") == before
    assert [who for (who, _), outcome in found.items() if not outcome.unchanged] == ["one"]


def test_grading_brings_words_to_all_if_the_command_was_ended_before(graded, outcomes):
    group = next(group for group in commenting.groups(graded) if "one" in group.people)
    commenting.say(graded, group, WORDS)
    outcomes()
    for who in ("one", "two"):
        assert said(graded, who)[0].startswith(WORDS)
        assert "tanh**" in page(graded, who)


def test_who_is_right_by_now_loses_them_and_who_is_late_gets_them(
    graded, comment, hand_in, outcomes
):
    comment(cluster(graded), WORDS)
    hand_in("one", FILE)
    hand_in("six", FILE, {CELL: REWRITTEN}, late=True)
    outcomes()
    assert said(graded, "one") == (None, None)
    assert "tanh**" not in page(graded, "one")
    assert said(graded, "six")[0].startswith(WORDS)
    assert "tanh**" in page(graded, "six")


def test_a_comment_by_hand_stays_and_is_told_of(graded, comment):
    by_hand(graded, "two", manual_comment="Come and see me.")
    code, printed, _ = comment(cluster(graded), WORDS)
    assert code == 0
    assert "1 of them has a comment by hand, which is shown instead: two" in printed
    auto, manual = said(graded, "two")
    assert manual == "Come and see me."
    assert auto.startswith(WORDS)
    assert "Come and see me." in words(page(graded, "two"))
    assert "tanh**" not in page(graded, "two")


def test_taken_back_all_is_as_it_was(graded, comment):
    before = {who: (said(graded, who), page(graded, who)) for who in ("one", "two")}
    comment(cluster(graded), WORDS)
    code, printed, _ = comment(cluster(graded), "")
    assert code == 0
    assert "taken back from 2 students" in printed
    assert {who: (said(graded, who), page(graded, who)) for who in before} == before
    assert remarks.read(graded) == ()
    assert "no comment to take back" in comment(cluster(graded), "")[1]


def test_later_words_replace_earlier_ones(graded, comment):
    before = said(graded, "one")[0]
    comment(cluster(graded), WORDS)
    comment(cluster(graded), "Second.")
    assert said(graded, "one")[0] == f"Second.\n\n{before}"
    assert [one.words for one in remarks.read(graded)] == ["Second."]


def test_html_in_an_error_stays_text_below_a_list(graded, comment):
    assert comment(cluster(graded, "five"), WORDS)[0] == 0
    auto = said(graded, "five")[0]
    assert EVIL in auto
    assert "<strong>tanh</strong>" in markdown2html(auto)
    assert "<img" not in markdown2html(auto)
    assert "img" not in Parsed(page(graded, "five")).tags


@pytest.mark.long
def test_nbgraders_own_feedback_has_the_words_and_the_error_stays_text(graded, comment, tmp_path):
    comment(cluster(graded, "five"), WORDS)
    options = [f"--CourseDirectory.root={graded}", "--student=five"]
    command = [sys.executable, "-m", "nbgrader", "generate_feedback", "1_rnn", *options]
    env = doors.surroundings(tmp_path)
    done = subprocess.run(
        command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    made = (graded / "feedback" / "five" / "1_rnn" / f"{NOTEBOOK}.html").read_text("utf-8")
    shown = made.split("<b>Comments:</b>")[1]
    assert shown.lstrip().startswith("<p>Take <strong>tanh</strong>:</p>")
    assert "<li>it is <code>np.tanh</code></li>" in shown
    assert "KeyError: &#x27;&lt;img src=x" in shown or "KeyError: '&lt;img src=x" in shown
    assert EVIL not in made


def test_words_are_not_html_on_the_page(graded, comment):
    comment(cluster(graded), f"See {EVIL}")
    assert "img" not in Parsed(page(graded, "one")).tags
    assert EVIL in said(graded, "one")[0]  # nbgrader shows the instructor's own Markdown


def test_words_that_would_swallow_our_report_are_refused(graded, comment):
    before = everything(graded)
    code, _, complaint = comment(cluster(graded), "So:\n```\nnp.tanh")
    assert code == 2
    assert "does not end" in complaint
    assert everything(graded) == before


@pytest.mark.parametrize("text", ["…", "\udcff"])
def test_words_that_are_none_are_refused(graded, comment, text):
    assert comment(cluster(graded), text)[0] == 2
    assert remarks.read(graded) == ()


def test_without_words_a_cluster_is_shown_with_its_people_and_its_shortest_answer(graded, comment):
    code, printed, _ = comment(cluster(graded))
    assert code == 0
    assert "2 answers" in printed
    assert "Given by: one, two" in printed
    assert f"grader comment {cluster(graded)} '…' --course {graded}" in printed
    assert "    def rnn_cell_forward(xt, a_prev, parameters):" in printed
    comment(cluster(graded), WORDS)
    shown = comment(cluster(graded))[1]
    assert "    Take **tanh**:\n\n    - it is `np.tanh`\n" in shown
    assert f"grader comment {cluster(graded)} '' --course {graded}" in shown


def test_alone_it_lists_all_clusters_the_largest_first(graded, comment):
    comment(cluster(graded), WORDS)
    code, printed, _ = comment()
    assert code == 0
    lines = printed.splitlines()
    assert lines[1].split()[:2] == [cluster(graded), "2"]
    assert lines[1].endswith("Take **tanh**: - it is `np.…")
    assert {line.split()[0] for line in lines[2:4]} == {
        cluster(graded, "three"),
        cluster(graded, "five"),
    }
    assert "3 groups, 1 with your comment." in printed
    assert max(map(len, lines[:4])) <= 100


def test_a_reader_who_has_seen_enough_is_no_fault(graded, comment, monkeypatch):
    def closed(*_):
        raise BrokenPipeError

    monkeypatch.setattr(comments, "table", closed)
    assert comment() == (141, "", "")


def test_the_beginning_of_an_id_is_enough_if_it_is_of_one_alone(graded, comment):
    id = cluster(graded)
    code, _, complaint = comment("rnn_cell")
    assert code == 2
    assert complaint.startswith("Several groups begin with rnn_cell: ")
    assert id in complaint
    assert comment(id[:-1])[1].startswith(id)


def test_an_id_that_another_one_begins_with_is_meant_itself():
    class Named:
        def __init__(self, id):
            self.id = id

    listed = [Named("f-3f2a9"), Named("f-3f2a")]
    assert commenting.choose(listed, "f-3f2a") is listed[1]
    with pytest.raises(commenting.Refused, match="Several"):
        commenting.choose(listed, "f-3")


def test_a_cluster_that_is_not_there_is_said_with_those_that_are(graded, comment):
    code, printed, complaint = comment("rnn_forward-0000", WORDS)
    assert (code, printed) == (2, "")
    assert complaint.startswith("There is no group called rnn_forward-0000. There are: ")
    assert cluster(graded) in complaint


def test_words_on_a_mistake_that_nobody_makes_any_more_stay_and_can_be_taken_back(
    graded, comment, hand_in, outcomes
):
    id = cluster(graded)
    comment(id, WORDS)
    for who in ("one", "two"):
        hand_in(who, FILE)
    outcomes()
    assert re.search(rf"{id} +0 ", comment()[1])
    assert "nobody now" in comment(id)[1]
    assert comment(id, "")[0] == 0
    assert id not in comment()[1]


def test_who_was_graded_by_something_else_since_is_left_alone_and_named(graded, comment):
    by_hand(graded, "two", auto_score=6.0, auto_comment=None)
    before = page(graded, "two")
    code, printed, _ = comment(cluster(graded), WORDS)
    assert code == 0
    assert "feedback of 1 student" in printed
    assert "another score since, or none: two" in printed
    assert said(graded, "two") == (None, None)
    assert page(graded, "two") == before


def test_one_page_that_cannot_be_written_stops_nobody_else(graded, comment, monkeypatch):
    write = commenting.put

    def fail(path, content):
        if path.parent.name == "one":
            raise OSError("No space left on device")
        write(path, content)

    monkeypatch.setattr(commenting, "put", fail)
    code, printed, complaint = comment(cluster(graded), WORDS)
    assert code == 1
    assert "No space left" in complaint
    assert "feedback of 1 student" in printed
    assert "tanh**" in page(graded, "two")
    monkeypatch.undo()
    assert comment(cluster(graded), WORDS)[0] == 0
    assert "tanh**" in page(graded, "one")


def test_words_can_come_from_a_file(graded, comment, monkeypatch, tmp_path):
    file = tmp_path / "words.md"
    file.write_text(f"{WORDS}\n")
    with file.open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        comment(cluster(graded), "-")
    assert remarks.read(graded)[0].words == WORDS


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "utf-16"])
def test_a_file_of_another_editor_is_taken_as_meant_or_refused(
    graded, comment, monkeypatch, tmp_path, encoding
):
    """A mark of UTF-8 would make a heading none; other encodings are no words."""
    file = tmp_path / "words.md"
    file.write_text("# Größe\n", encoding=encoding)
    with file.open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        code, _, complaint = comment(cluster(graded), "-")
    if encoding == "utf-8-sig":
        assert (code, remarks.read(graded)[0].words) == (0, "# Größe")
    else:
        assert (code, complaint) == (2, "The comment is not UTF-8 text.\n")
        assert not remarks.place(graded).exists()


def test_before_anything_is_graded_there_is_nothing_to_comment(course, capsys):
    assert cli.main(["comment", "--course", str(course)]) == 2
    assert "Grade first: grader grade" in capsys.readouterr().err


def test_a_damaged_file_of_comments_stops_all_that_would_lose_them(graded, comment, capsys):
    remarks.place(graded).write_text("{")
    for arguments in (["comment"], ["comment", "x", "y"], ["grade"], ["report"]):
        assert cli.main([*arguments, "--course", str(graded)]) == 2
        assert "comments.json cannot be read" in capsys.readouterr().err


def test_signs_that_a_terminal_would_obey_are_not_printed(graded, comment, hand_in, outcomes):
    third = SCALED.replace("0.7", "0.9").replace("# BEGIN SOLUTION", "# \x1b]0;owned\x07")
    hand_in("nine", FILE, {CELL: third})
    outcomes()
    printed = comment(cluster(graded, "nine"))[1]
    assert "\x1b" not in printed
    assert "# ?]0;owned?" in printed


def test_the_report_is_written_anew(graded, comment):
    assert cli.main(["report", "--course", str(graded)]) == 0
    comment(cluster(graded), WORDS)
    assert "Your comment Take **tanh**" in words((graded / "report.html").read_text("utf-8"))


def test_the_words_belong_to_the_results_of_this_version(graded, comment):
    """Results of an older form are not there for the report, and so not for comments."""
    path = results.place(graded, "two", "1_rnn")
    path.write_bytes(results.sealed(results.read(path) | {"format": 1}))
    assert "feedback of 1 student" in comment(cluster(graded), WORDS)[1]
