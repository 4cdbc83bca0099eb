"""Which gradebook it is, and what has to be in it before anything is graded."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from written_grades import both, damaged, scores

from grader.classroom.gradebook.book import Book, NoAssignment
from grader.classroom.gradebook.database import configuration, file_of, url
from grader.course import CourseError
from grader.lab import ROOT

pytestmark = pytest.mark.xdist_group("course")


def test_without_a_gradebook_none_is_made(tmp_path):
    with pytest.raises(NoAssignment, match="generate_assignment"), Book(tmp_path, Config()):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_gradebook_that_is_none_and_settings_with_a_slip_are_one_line(tmp_path):
    (tmp_path / "gradebook.db").write_text("x" * 5000)
    said = r"cannot be opened: .*not a database\. It is damaged"
    with pytest.raises(NoAssignment, match=said) as refused, Book(tmp_path, Config()):
        pass
    assert "\n" not in str(refused.value)
    (tmp_path / "nbgrader_config.py").write_text("c = get_config(")
    with pytest.raises(CourseError, match=r"nbgrader_config.py cannot be read: SyntaxError"):
        configuration(tmp_path, tmp_path)


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


def test_an_exercise_that_counts_and_has_no_check_in_its_notebook_is_not_passed_over(course):
    """It was added to course.toml later, or its cell was taken out."""
    damaged(course, "UPDATE base_cell SET name = 'essay' WHERE name = 'check_lstm_forward'")
    with Book(course, Config()) as book:
        book.demand(["1_rnn"])
        with pytest.raises(NoAssignment, match=r"lstm_forward is worth 6 in course\.toml and 0 in"):
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


STRANGE = "a%20b? #1&c=d é"


def test_a_course_may_lie_in_a_folder_of_any_name(course, tmp_path):
    strange = shutil.copytree(course, tmp_path / STRANGE / "course")
    with Book(strange, Config()) as book:
        book.write("student-001", "2_lstm", both())
        assert book.held("student-001", "2_lstm")
    assert sorted(path.name for path in tmp_path.iterdir()) == [STRANGE, "course"]
    (strange / "gradebook.db").rename(course / "gradebook.db")
    assert scores(course)["lstm_forward"][0] is not None


def test_nbgrader_is_told_the_same_gradebook_wherever_the_course_lies(tmp_path):
    for folder in (tmp_path / STRANGE, tmp_path / "plain"):
        folder.mkdir()
        shutil.copy(ROOT / "nbgrader_config.py", folder)
        course = folder / "course"
        config = configuration(folder, course)
        told = CourseDirectory(config=config).db_url
        assert file_of(told) == file_of(url(course, config)) == course / "gradebook.db"


def test_the_configured_database_is_that_of_the_configured_course_only(tmp_path):
    known = {"root": str(tmp_path / "course"), "db_url": "postgresql://there"}
    config = Config({"CourseDirectory": known})
    assert url(tmp_path / "course", config) == "postgresql://there"
    other = tmp_path / "trial"
    assert url(other, config) == url(other, Config()) == f"sqlite:///{other}/gradebook.db"
