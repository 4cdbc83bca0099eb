"""The pages of a course, made by us and by nbgrader."""

import re
import shutil
from contextlib import suppress

from nbgrader.converters import GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from grader import cli
from grader.classroom.run import Task, run

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
