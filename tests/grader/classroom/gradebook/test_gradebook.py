"""Grades in nbgrader's gradebook: what is written, what is left alone, whole or not at all."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from nbconvert.filters import markdown2html
from nbgrader.api import Gradebook
from sqlalchemy import event
from traitlets.config import Config
from written_grades import BACKWARD, FORWARD, both, comments, damaged, graded, scores

from benchmarks.contents import contents
from grader.classroom.gradebook import book as gradebook
from grader.classroom.gradebook import database
from grader.classroom.gradebook.book import Book
from grader.classroom.gradebook.marking import comment_on
from grader.classroom.gradebook.records import Records
from grader.exercises import EXERCISES, of_lesson

pytestmark = pytest.mark.xdist_group("course")


def test_points_go_to_the_cell_of_their_exercise(course, book):
    book.write("student-001", "2_lstm", both(0.5))
    assert scores(course) == {
        name: (EXERCISES[name].points / 2, None, None, False)
        for name in ("lstm_cell_forward", "lstm_forward", "lstm_cell_backward", "lstm_backward")
    }


def test_a_wrong_answer_gets_a_comment_a_right_one_none_and_an_empty_one_nbgraders_own(
    course, book
):
    right, wrong = of_lesson(FORWARD)
    verdicts = graded(FORWARD).verdicts
    mixed = replace(graded(FORWARD), verdicts=(verdicts[0], graded(FORWARD, 0.5).verdicts[1]))
    empty = graded(BACKWARD).verdicts
    untouched = tuple(replace(v, status="not_started", points=0.0) for v in empty)
    counted = {FORWARD: mixed, BACKWARD: replace(graded(BACKWARD), verdicts=untouched)}
    book.write("student-001", "2_lstm", counted)
    said = comments(course)
    assert said[right.name] == (None, None)
    assert said[wrong.name][0].startswith(f"    {wrong.name}")
    assert said["lstm_backward"] == ("No response.", None)


def test_an_unusable_notebook_brings_nothing_and_its_comments_say_why(course, book):
    counted = both() | {FORWARD: graded(FORWARD, message="It is larger than 32 MB.")}
    book.write("student-001", "2_lstm", counted)
    assert [scores(course)[e.name][0] for e in of_lesson(FORWARD)] == [0, 0]
    assert comments(course)["lstm_forward"] == ("    It is larger than 32 MB.", None)


def test_a_comment_shown_as_markdown_holds_no_html_of_a_students():
    evil = "<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n```\n</pre>*b*"
    verdict = replace(graded(FORWARD, 0).verdicts[0], status="crashed", message=evil)
    for said in (comment_on(verdict), comment_on(None, graded(FORWARD, message=evil))):
        page = markdown2html(said)
        assert {*re.findall(r"<[^>]*>", page)} == {"<pre>", "<code>", "</code>", "</pre>"}


def test_a_notebook_that_was_not_handed_in_brings_nothing(course, book):
    book.write("student-001", "2_lstm", {BACKWARD: graded(BACKWARD)})
    assert scores(course)["lstm_forward"] == (0, None, None, False)
    assert scores(course)["lstm_backward"][0] == EXERCISES["lstm_backward"].points
    assert comments(course)["lstm_forward"] == (None, None)


def test_a_notebook_that_was_not_looked_at_keeps_what_it_has(course, book):
    book.write("student-001", "2_lstm", both())
    book.write("student-001", "2_lstm", {BACKWARD: graded(BACKWARD, 0.5)}, whole=False)
    assert scores(course)["lstm_forward"][0] == EXERCISES["lstm_forward"].points
    assert scores(course)["lstm_backward"][0] == EXERCISES["lstm_backward"].points / 2


def by_hand(course, **values):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        grade = base.find_grade("check_lstm_forward", FORWARD, "2_lstm", "student-001")
        comment = base.find_comment("lstm_forward", FORWARD, "2_lstm", "student-001")
        for key, value in values.items():
            setattr(comment if key == "manual_comment" else grade, key, value)
        base.db.commit()


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_what_a_person_has_written_stays_also_after_more_runs(course, book, share):
    book.write("student-001", "2_lstm", both())
    by_hand(course, manual_score=1.5, extra_credit=0.25, manual_comment="See me.")
    for _ in range(2):
        book.write("student-001", "2_lstm", both(share))
        points = share * EXERCISES["lstm_forward"].points
        assert scores(course)["lstm_forward"] == (points, 1.5, 0.25, True)
        assert comments(course)["lstm_forward"][1] == "See me."


def test_a_look_is_needed_only_where_there_is_a_manual_score(course, book):
    book.write("student-001", "2_lstm", both())
    by_hand(course, manual_score=0.0)
    book.write("student-001", "2_lstm", both())
    assert {name for name, values in scores(course).items() if values[3]} == {"lstm_forward"}


# Whole or not at all, and with a way back.


def test_an_error_in_the_middle_leaves_everything_as_it_was(course, book, monkeypatch):
    book.write("student-001", "2_lstm", both(0.5))
    before = contents(course / "gradebook.db")
    fill = gradebook.fill

    def fail(records, notebook, *rest):
        if notebook.name == BACKWARD:
            raise RuntimeError
        fill(records, notebook, *rest)

    monkeypatch.setattr(gradebook, "fill", fail)
    for student in ("student-001", "student-002"):
        with pytest.raises(RuntimeError):
            book.write(student, "2_lstm", both())
    assert contents(course / "gradebook.db") == before
    monkeypatch.undo()
    book.write("student-002", "2_lstm", both())
    assert scores(course, "student-002")["lstm_forward"][0] == EXERCISES["lstm_forward"].points


def test_nothing_of_a_student_is_there_before_everything_is(course, book):
    """Another program looks into the gradebook after every statement."""
    seen = []

    def look(*_):
        seen.append(contents(course / "gradebook.db"))

    before = contents(course / "gradebook.db")
    event.listen(book.api.engine, "after_cursor_execute", look)
    book.write("student-001", "2_lstm", both())
    assert len(seen) >= 9
    assert all(found == before for found in seen)
    assert contents(course / "gradebook.db") != before


@pytest.mark.parametrize("step", ["add", "enrol"])
def test_what_another_run_adds_at_the_same_moment_is_in_nobodys_way(
    course, book, monkeypatch, step
):
    """It would add this student after we have looked, and before we add: it has to wait."""
    waits, work = [], getattr(Records, step)

    def meanwhile(records, *rest):
        with closing(sqlite3.connect(course / "gradebook.db", timeout=0)) as other:
            try:
                other.execute("INSERT INTO student (id) VALUES ('student-001')")
                other.commit()
            except sqlite3.OperationalError as error:
                waits.append(str(error))
        work(records, *rest)

    monkeypatch.setattr(Records, step, meanwhile)
    if step == "enrol":
        book.enrol(["student-001"])
    else:
        book.write("student-001", "2_lstm", both())
    assert waits == ["database is locked"]
    assert book.records.roster() == {"student-001"}


def test_before_the_first_write_of_a_run_there_is_a_backup(course):
    before = contents(course / "gradebook.db")
    with Book(course, Config()) as book:
        assert not (course / "backups").exists()
        book.write("student-001", "2_lstm", both())
        book.write("student-002", "2_lstm", both())
    (backup,) = (course / "backups").iterdir()
    assert contents(backup) == before


def test_two_runs_that_begin_in_the_same_second_have_a_backup_each(course, monkeypatch):
    monkeypatch.setattr("time.strftime", lambda form: "gradebook-2030-02-01-093000")
    file, folder = course / "gradebook.db", course / "backups"
    database.backup(file, folder)
    (folder / "gradebook-2030-02-01-093000-2.part").touch()  # one is just being made
    damaged(course, "INSERT INTO student (id) VALUES ('new')")
    database.backup(file, folder)
    names = sorted(path.name for path in folder.glob("*.db"))
    assert names == ["gradebook-2030-02-01-093000-3.db", "gradebook-2030-02-01-093000.db"]
    assert len({(folder / name).read_bytes() for name in names}) == 2


def test_without_a_backup_nothing_is_written(course, book, monkeypatch):
    before = contents(course / "gradebook.db")
    (course / "backups").write_text("in the way")
    for student in ("student-001", "student-002"):
        with pytest.raises(FileExistsError):
            book.write(student, "2_lstm", both())
    assert contents(course / "gradebook.db") == before
