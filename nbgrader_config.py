"""nbgrader's settings for this course. nbgrader reads them when it is started in this folder."""

import os
from pathlib import Path

c = get_config()  # noqa: F821

# Everything of nbgrader's goes into course/: source/, release/, submitted/, autograded/, feedback/
# and gradebook.db. Git ignores it. The path is absolute, so that formgrader finds it, too.
# To look at another folder, such as the example class: NBGRADER_COURSE=example jupyter lab
course = os.environ.get("NBGRADER_COURSE", "course")
c.CourseDirectory.root = str(Path(__file__).resolve().parent / course)

# In an address of nbgrader's own, these signs of a path would mean something else.
if {*"?%"} & {*c.CourseDirectory.root}:
    from sqlalchemy import URL

    gradebook = URL.create("sqlite", database=f"{c.CourseDirectory.root}/gradebook.db")
    c.CourseDirectory.db_url = gradebook.render_as_string()

# What stands in a student's notebook where the instructor's has a solution. With the same line as
# in notebooks/, `nbgrader generate_assignment` gives exactly the notebooks that are there.
c.ClearSolutions.code_stub = {"python": "...  # YOUR CODE HERE"}

# Not set: Exchange.root and CourseDirectory.course_id. They are for classes that hand out and
# collect through a folder shared by all accounts of one server; if yours does, set both here.

# `nbgrader autograde`, and the button in formgrader, grade in the sandbox like `grader grade`. Two
# entries are this course's: the second of the first list takes the place of DeduplicateIds, so that
# a copied cell does not end the run for everybody; the first of the second list that of Execute.
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "grader.classroom.nbgrader_plugin.UnmarkedCells",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "grader.classroom.nbgrader_plugin.SandboxedExecute",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
# Another round, and notebooks that are not this course's: they run without a sandbox, as you.
# c.SandboxedExecute.round = 2
# c.SandboxedExecute.hand_foreign_on = True
