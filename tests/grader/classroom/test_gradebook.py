"""Grades in nbgrader's gradebook: what is written, what is left alone, whole or not at all."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from nbconvert.filters import markdown2html
from nbgrader.api import Gradebook
from traitlets.config import Config

from benchmarks.kill_nine import contents
from grader.classroom import database, gradebook
from grader.classroom.database import configuration, url
from grader.classroom.gradebook import Book, NoAssignment, comment_on
from grader.classroom.grading import Graded
from grader.classroom.intake import File
from grader.course import CourseError
from grader.exercises import EXERCISES, of_lesson
from grader.verdict import OutputVerdict, Verdict

pytestmark = pytest.mark.xdist_group("course")
FORWARD, BACKWARD = "03_lstm_forward", "04_lstm_backward"


def graded(lesson, share=1.0, message=""):
    """Give a judged notebook whose exercises all bring the same share of their points."""
    status = "correct" if share == 1 else "wrong"
    verdicts = tuple(
        Verdict(
            e.name, status, share * e.points, e.points, outputs=(OutputVerdict("x", "", "wrong"),)
        )
        for e in of_lesson(lesson)
    )
    name = f"{lesson}.ipynb"
    return Graded(
        File("student-001", "2_lstm", name, name), () if message else verdicts, (), message
    )


def both(share=1.0):
    return {lesson: graded(lesson, share) for lesson in (FORWARD, BACKWARD)}


@pytest.fixture
def book(course):
    with Book(course, Config()) as book:
        yield book


def scores(course, student="student-001", assignment="2_lstm"):
    """Give (auto, manual, extra, needs a look) by exercise."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        notebooks = base.find_submission(assignment, student).notebooks
        return {
            grade.name.removeprefix("check_"): (
                grade.auto_score,
                grade.manual_score,
                grade.extra_credit,
                grade.needs_manual_grade,
            )
            for notebook in notebooks
            for grade in notebook.grades
        }


def comments(course, student="student-001", assignment="2_lstm"):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        notebooks = base.find_submission(assignment, student).notebooks
        return {c.name: (c.auto_comment, c.manual_comment) for n in notebooks for c in n.comments}


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


# Late submissions.


def penalties(course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        submission = base.find_submission("2_lstm", "student-001")
        return [
            n.late_submission_penalty for n in sorted(submission.notebooks, key=lambda n: n.name)
        ]


@pytest.fixture
def stamp(course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        base.update_or_create_assignment("2_lstm", duedate="2030-01-31 12:00:00 UTC")
    path = course / "submitted" / "student-001" / "2_lstm" / "timestamp.txt"
    path.parent.mkdir(parents=True)
    return path


ZERO = Config({"LateSubmissionPlugin": {"penalty_method": "zero"}})


def test_late_work_costs_what_the_configured_plugin_says(course, stamp):
    stamp.write_text("2030-01-31 13:00:00 UTC")
    with Book(course, ZERO) as book:
        assert book.write("student-001", "2_lstm", both(0.5)) == 3600
        assert penalties(course) == [8, 15]
        assert book.write("student-001", "2_lstm", both()) == 3600
        assert penalties(course) == [16, 30]
        stamp.write_text("2030-01-31 11:00:00 UTC")
        assert book.write("student-001", "2_lstm", both()) == 0
        assert penalties(course) == [None, None]


def test_by_default_late_work_costs_nothing(course, book, stamp):
    stamp.write_text("2030-01-31 13:00:00 UTC")
    assert book.write("student-001", "2_lstm", both()) == 3600
    assert penalties(course) == [None, None]


@pytest.mark.parametrize("cost", [-5, 1e9, 3.5])
def test_a_penalty_is_never_more_than_the_score_and_never_a_gift(course, stamp, monkeypatch, cost):
    from nbgrader.plugins import LateSubmissionPlugin

    monkeypatch.setattr(LateSubmissionPlugin, "late_submission_penalty", lambda *_: cost)
    stamp.write_text("2030-01-31 13:00:00 UTC")
    with Book(course, Config()) as book:
        book.write("student-001", "2_lstm", both())
    assert penalties(course) == [min(max(cost, 0), 16), min(max(cost, 0), 30)]


@pytest.mark.parametrize("words", ["", "yesterday", "\0", "9" * 5000, "2030-99-99 00:00:00 UTC"])
def test_what_is_no_time_makes_nobody_late(course, book, stamp, words):
    stamp.write_text(words)
    assert book.write("student-001", "2_lstm", both()) == 0
    assert scores(course)["lstm_forward"][0] == EXERCISES["lstm_forward"].points


def test_a_time_that_is_a_link_is_not_read(course, book, stamp, tmp_path):
    (tmp_path / "elsewhere").write_text("2030-01-31 13:00:00 UTC")
    stamp.symlink_to(tmp_path / "elsewhere")
    assert book.write("student-001", "2_lstm", both()) == 0


# Whole or not at all, and with a way back.


def test_an_error_in_the_middle_leaves_everything_as_it_was(course, book, monkeypatch):
    book.write("student-001", "2_lstm", both(0.5))
    before = contents(course / "gradebook.db")
    fill = gradebook.fill

    def fail(notebook, one):
        if notebook.name == BACKWARD:
            raise RuntimeError
        fill(notebook, one)

    monkeypatch.setattr(gradebook, "fill", fail)
    for student in ("student-001", "student-002"):
        with pytest.raises(RuntimeError):
            book.write(student, "2_lstm", both())
    assert contents(course / "gradebook.db") == before
    monkeypatch.undo()
    book.write("student-002", "2_lstm", both())
    assert scores(course, "student-002")["lstm_forward"][0] == EXERCISES["lstm_forward"].points


def test_nothing_of_a_student_is_there_before_everything_is(course, book, monkeypatch):
    """Another program looks into the gradebook whenever nbgrader would have committed."""
    seen = []

    def look(*_):
        seen.append(contents(course / "gradebook.db"))

    before = contents(course / "gradebook.db")
    flush = book.api.db.flush
    monkeypatch.setattr(book.api.db, "flush", lambda *_: (flush(), look()))
    book.write("student-001", "2_lstm", both())
    assert len(seen) >= 3
    assert all(found == before for found in seen)
    assert contents(course / "gradebook.db") != before


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


# Which gradebook, and what has to be in it.


def test_without_a_gradebook_none_is_made(tmp_path):
    with pytest.raises(NoAssignment, match="generate_assignment"), Book(tmp_path, Config()):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_gradebook_that_is_none_and_settings_with_a_slip_are_one_line(tmp_path):
    (tmp_path / "gradebook.db").write_text("x" * 5000)
    with pytest.raises(NoAssignment, match="cannot be opened") as refused, Book(tmp_path, Config()):
        pass
    assert "\n" not in str(refused.value)
    (tmp_path / "nbgrader_config.py").write_text("c = get_config(")
    with pytest.raises(CourseError, match=r"nbgrader_config.py cannot be read: SyntaxError"):
        configuration(tmp_path, tmp_path)


def damaged(course, statement):
    with closing(sqlite3.connect(course / "gradebook.db")) as base:
        base.execute(statement)
        base.commit()


def test_a_gradebook_of_an_older_nbgrader_is_refused_before_a_class_is_judged(course):
    damaged(course, "ALTER TABLE grade DROP COLUMN extra_credit")
    with pytest.raises(NoAssignment, match=r"extra_credit\. .*db upgrade"), Book(course, Config()):
        pass


def test_a_gradebook_that_another_program_keeps_locked_is_refused(course, monkeypatch):
    monkeypatch.setattr("sqlalchemy.engine.default.DefaultDialect.connect", at_once)
    with closing(sqlite3.connect(course / "gradebook.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NoAssignment, match=r"locked\. Another program"), Book(course, Config()):
            pass
        other.rollback()
    with Book(course, Config()):
        pass


def at_once(dialect, *arguments, **options):
    """Connect, but wait for no lock."""
    return dialect.loaded_dbapi.connect(*arguments, **options, timeout=0)


def test_a_gradebook_that_cannot_be_written_is_refused(course, monkeypatch):
    def read_only(dialect, *arguments, **options):
        found = dialect.loaded_dbapi.connect(*arguments, **options)
        found.execute("PRAGMA query_only = 1")
        return found

    monkeypatch.setattr("sqlalchemy.engine.default.DefaultDialect.connect", read_only)
    with pytest.raises(NoAssignment, match=r"readonly database\. You need"), Book(course, Config()):
        pass


def test_trying_a_gradebook_out_leaves_it_as_it_was(course):
    before = (course / "gradebook.db").read_bytes()
    with Book(course, Config()):
        pass
    assert (course / "gradebook.db").read_bytes() == before
    assert not [*course.glob("gradebook.db-*")]


def test_settings_that_are_not_there_are_nbgraders_own(tmp_path):
    assert configuration(tmp_path, tmp_path) == Config()
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\nc.A.b = 1")
    assert configuration(tmp_path, tmp_path).A.b == 1


def test_an_assignment_that_was_not_generated_is_refused_with_a_remedy(course, book):
    book.demand(["1_rnn", "2_lstm"])
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        base.remove_assignment("2_lstm")
        base.add_assignment("2_lstm")  # as formgrader does, without its notebooks
    with Book(course, Config()) as emptied, pytest.raises(NoAssignment, match="2_lstm"):
        emptied.demand(["1_rnn", "2_lstm"])


def test_points_of_an_assignment_with_a_name_of_the_instructors_are_compared_too(course):
    damaged(course, "UPDATE assignment SET name = 'homework' WHERE name = '2_lstm'")
    with Book(course, Config()) as book:
        book.demand(["homework", "in no gradebook"])
    damaged(course, "UPDATE grade_cells SET max_score = 7 WHERE max_score = 18")
    with Book(course, Config()) as book, pytest.raises(NoAssignment, match=r"18 in course\.toml"):
        book.demand(["homework"])


def test_points_that_are_not_those_of_course_toml_are_refused(course):
    with closing(sqlite3.connect(course / "gradebook.db")) as base:
        base.execute("UPDATE grade_cells SET max_score = 7 WHERE max_score = 16")
        base.execute("UPDATE grade_cells SET max_score = 7 WHERE max_score = 18")
        base.commit()
    with Book(course, Config()) as book:
        book.demand(["1_rnn"])
        with pytest.raises(NoAssignment, match=r"18 in course\.toml and 7"):
            book.demand(["2_lstm"])


def test_cells_that_are_not_ours_are_left_alone(course):
    """An instructor has added a question, and has another assignment that nobody of us knows."""
    with closing(sqlite3.connect(course / "gradebook.db")) as base:
        base.execute("UPDATE base_cell SET name = 'essay' WHERE name = 'check_lstm_forward'")
        base.commit()
    with Book(course, Config()) as book:
        book.write("student-001", "2_lstm", both())
        assert "lstm_forward" not in book.points("2_lstm")
        assert book.points("another") is None
    assert scores(course)["essay"] == (None, None, None, True)


def test_settings_among_what_students_handed_in_are_not_run(tmp_path):
    folder = tmp_path / "submitted" / "student-001" / "1_rnn"
    folder.mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    with pytest.raises(CourseError, match="lies among what students have handed in"):
        configuration(folder, tmp_path)
    assert not (tmp_path / "ran").exists()


def test_the_configured_database_is_that_of_the_configured_course_only(tmp_path):
    known = {"root": str(tmp_path / "course"), "db_url": "postgresql://there"}
    config = Config({"CourseDirectory": known})
    assert url(tmp_path / "course", config) == "postgresql://there"
    other = tmp_path / "trial"
    assert url(other, config) == url(other, Config()) == f"sqlite:///{other}/gradebook.db"
