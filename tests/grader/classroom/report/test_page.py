"""Does the page say what it should of a class, a small one and a perfect one too?"""

import json
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from html import escape

import pytest
from answers import SOLUTIONS, STUBS, edited
from parsed import Parsed, words
from report_class import LESSON, graded, keep

from grader import cli
from grader.assignments import lessons_of
from grader.classroom.kept import results
from grader.classroom.remarks import remarks
from grader.classroom.remarks.remarks import Remark
from grader.classroom.report import collecting, writing
from grader.classroom.report.clusters import clusters
from grader.classroom.report.collecting import Class, collect
from grader.classroom.report.page import EMPTY, html
from grader.classroom.task import Outcome
from grader.exercises import EXERCISES, of_lesson

CELL = "rnn_cell_forward"
NAMED = edited(CELL, "np.tanh(", "(")
SCALED = edited(CELL, "np.tanh(", "0.7 * np.arctan(")
STOPS = edited(CELL, "np.tanh(", "np.quokka(")


def page(course, anonymous=False):
    path, _ = writing.write(course, anonymous)
    return path.read_text("utf-8")


def section(text, id):
    """Give the words of one part of the page."""
    return words(
        re.split(r'<section id="\w+" aria-labelledby', text.split(f'<section id="{id}"')[1])[0]
    )


def class_of(course, **sources):
    for who, source in sources.items():
        keep(course, graded(who, {CELL: source}))
    return course


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A class with a bit of everything."""
    course = class_of(
        tmp_path_factory.mktemp("mixed"),
        anna=NAMED,
        berta=NAMED,
        carl=SCALED,
        dora=STOPS,
        emil=STUBS[CELL],
    )
    keep(course, graded("fritz", {CELL: f"import os\n{SOLUTIONS[CELL]}"}), late=7300.0)
    keep(course, graded("gustav", message="x.ipynb is no notebook."))
    return course


def test_mistakes_are_ranked_with_counts_hints_and_an_example(mixed):
    said = section(page(mixed), "mistakes")
    assert "2 of 7" in said
    assert "the new state is the bare sum, without tanh" in said
    for label in ("A question", "Where to look", "What belongs there", "Read again", "An example"):
        assert label in said
    assert "Made by anna, berta" in said
    assert "a_next = Wax @ xt + Waa @ a_prev + ba" in said


def test_nameless_answers_have_an_id_a_count_outputs_and_what_goes_wrong_first(mixed):
    said = section(page(mixed), "nameless")
    assert re.search(r"rnn_cell_forward-[0-9a-f]{4} None of the known mistakes", said)
    assert "Not right a_next, yt_pred, cache" in said
    assert "goes wrong first" in said
    assert "1 answer" in said
    assert "AttributeError" in said


def test_a_group_has_the_comment_on_it_or_the_line_to_type(tmp_path):
    course = class_of(tmp_path / "a course", anna=SCALED, berta=STOPS)
    one, other = clusters(collect(course))
    remarks.write(course, [Remark("of old", one.slip, "Take `tanh`.\nThen <look> again.")])
    text = page(course)
    said = section(text, "nameless")
    assert "Your comment Take `tanh`. Then &lt;look&gt; again." in said
    assert said.count("grader comment") == 1
    line = f"grader comment {other.id} '…' --course '{course}'"
    assert f'<code class="typed">{escape(line)}</code>' in text


def test_a_comment_that_cannot_be_read_is_said_instead_of_a_report_without_it(tmp_path):
    course = class_of(tmp_path, anna=SCALED)
    remarks.place(course).write_text("{")
    with pytest.raises(writing.NoResults, match=r"comments\.json cannot be read"):
        writing.write(course)


def test_every_exercise_has_a_histogram_that_can_be_read_aloud_and_its_results(mixed):
    text = page(mixed)
    assert text.count("<svg") == text.count('role="img" aria-label="7 answers. ') == 9
    said = section(text, "exercises")
    assert "1 all right, 3 not yet right, 1 stopped by an error, 1 not started yet" in said
    assert "not said" in said  # the discrimination, of seven
    assert "corrected item-total correlation" in said


def test_who_is_stuck_where_is_a_row_for_each_student(mixed):
    said = section(page(mixed), "people")
    rows = re.findall(r"(anna|berta|carl|dora|emil|fritz|gustav) \S", said)
    assert sorted(rows) == ["anna", "berta", "carl", "dora", "emil", "fritz", "gustav"]
    assert rows[0] == "gustav"  # who has least
    assert "stopped by an error" in said


def test_who_needs_a_look_is_named_with_the_reason(mixed):
    said = section(page(mixed), "looks")
    assert "gustav/01_rnn_forward.ipynb could not be used: x.ipynb is no notebook." in said
    assert "1_rnn came 2 hours late." in said
    assert "Code of 1_rnn reaches outside of its functions: imports os." in said
    assert re.search(r"dora .*Stopped: AttributeError.* \( rnn_cell_forward-[0-9a-f]{4} \)", said)
    assert "anna" not in said


def test_links_lead_to_places_that_are_there(mixed):
    found = Parsed(page(mixed)).attributes
    targets = {value[1:] for name, value in found if name == "href" and value[0] == "#"}
    assert targets
    assert targets <= {value for name, value in found if name == "id"}
    pages = {value for name, value in found if name == "href"} - {f"#{t}" for t in targets}
    assert "feedback/gustav/1_rnn.html" in pages


def test_the_page_says_how_it_was_graded(mixed):
    said = section(page(mixed), "run")
    for fact in ("1_rnn-1", "bubblewrap", "10 seconds an exercise, 60 a file", "256 MB", "NumPy"):
        assert fact in said
    assert "several" not in said


def test_results_of_two_versions_are_noticed(tmp_path):
    class_of(tmp_path, anna=NAMED)
    path = results.place(tmp_path, "anna", "1_rnn")
    other = path.parent.parent / "berta" / path.name
    other.parent.mkdir()
    text = json.dumps(results.read(path)).replace('"anna"', '"berta"')
    other.write_bytes(
        results.sealed(json.loads(re.sub(r'"checks": "\w+"', '"checks": "other"', text)))
    )
    assert "several versions of the checks" in section(page(tmp_path), "run")


# Small classes.


def test_a_class_that_has_handed_in_nothing_but_a_broken_zip_has_a_report(tmp_path):
    """It counts for no notebook, because its name says nothing."""
    broken = graded("anna", message="work.zip: it is not a zip that can be read.")
    keep(
        tmp_path, replace(broken, file=replace(broken.file, name="work.zip", label="anna/work.zip"))
    )
    assert "1_rnn-1" in section(page(tmp_path), "run")


def test_a_class_in_which_nobody_was_graded_has_no_report(tmp_path):
    with pytest.raises(writing.NoResults, match="grader grade"):
        writing.write(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert EMPTY in words(html(Class()))
    Parsed(html(Class()))


@pytest.mark.parametrize("source", [SOLUTIONS[CELL], NAMED, SCALED, STOPS, STUBS[CELL], "x = 1"])
def test_a_class_of_one_has_a_whole_page(tmp_path, source):
    text = page(class_of(tmp_path, anna=source))
    Parsed(text)
    assert "1 student, 9 answers" in words(text)


def test_where_everything_is_right_there_is_nothing_to_look_at(tmp_path):
    lessons = [n for n in dict.fromkeys(e.lesson for e in EXERCISES.values()) if n < "03"]
    for who in ("anna", "berta"):
        keep(tmp_path, *(graded(who, lesson=lesson) for lesson in lessons))
    said = words(page(tmp_path))
    assert "2 students, 18 answers, 18 of them all right." in said
    for nothing in ("No answer has a mistake", "Every wrong answer has a name", "Nobody: "):
        assert nothing in said
    assert "No long passage" in said
    assert "! stopped by an error; ∞" in said  # the legend alone
    assert said.count("stopped by an error") == 1


# What is gathered.


def test_a_notebook_that_was_not_handed_in_counts_as_missing(tmp_path):
    about = collect(class_of(tmp_path, anna=NAMED))
    absent = {a.exercise for a in about.answers if a.status == "missing"}
    there = {e.name for e in of_lesson(LESSON)}
    assert absent == {n for n, e in EXERCISES.items() if e.lesson < "03"} - there


def test_who_hands_in_nothing_is_in_the_report(tmp_path, monkeypatch):
    monkeypatch.setattr(collecting, "roster", lambda course: {"anna": ("", ()), "berta": ("", ())})
    text = page(class_of(tmp_path, anna=NAMED))
    assert re.search(r"berta Nothing was handed in\.", section(text, "looks"))
    assert "2 students, 9 answers" in words(text)


def test_a_notebook_of_another_assignment_is_pointed_out_and_not_counted(tmp_path):
    keep(tmp_path, graded("anna"))
    stray = graded("anna", lesson="03_lstm_forward")
    one = graded("anna")
    counted = {LESSON: one, "03_lstm_forward": stray}
    lessons = tuple(lessons_of("1_rnn"))
    results.keep(tmp_path, Outcome("anna", "1_rnn", (one, stray), counted, lessons=lessons))
    text = page(tmp_path)
    assert "03_lstm_forward was handed in for 1_rnn" in section(text, "looks")
    assert "lstm_forward" not in section(text, "exercises")


@pytest.mark.parametrize("command", ["report", "comment"])
@pytest.mark.parametrize("state", ["damaged", "locked"])
def test_names_that_cannot_be_read_are_one_line_and_no_report_is_made(
    mixed, tmp_path, monkeypatch, capsys, command, state
):
    """It would show names that it could not look for."""
    course = shutil.copytree(mixed, tmp_path / "course")
    (course / "report.html").unlink(missing_ok=True)
    if state == "damaged":
        (course / "gradebook.db").write_text("x" * 5000)
        assert cli.main([command, "--course", str(course)]) == 2
    else:
        at_once = partial(sqlite3.connect, timeout=0)
        monkeypatch.setattr(sqlite3, "connect", at_once)
        monkeypatch.setattr("sqlite3.dbapi2.connect", at_once)
        with closing(sqlite3.connect(course / "gradebook.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert cli.main([command, "--course", str(course)]) == 2
    said = capsys.readouterr().err
    assert f"{course / 'gradebook.db'} cannot be opened: " in said
    assert ("Another program is writing" if state == "locked" else "It is damaged") in said
    assert said.count("\n") == 1
    assert not (course / "report.html").exists()
