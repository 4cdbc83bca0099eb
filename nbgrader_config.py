"""nbgrader's settings for this course. nbgrader reads them when it is started in this folder."""

from pathlib import Path

c = get_config()  # noqa: F821

# Everything of nbgrader's goes into course/: source/, release/, submitted/, autograded/, feedback/
# and gradebook.db. Git ignores it. The path is absolute, so that formgrader finds it, too.
c.CourseDirectory.root = str(Path(__file__).resolve().parent / "course")

# What stands in a student's notebook where the instructor's has a solution. With the same line as
# in notebooks/, `nbgrader generate_assignment` gives exactly the notebooks that are there.
c.ClearSolutions.code_stub = {"python": "...  # YOUR CODE HERE"}

# Not set: Exchange.root and CourseDirectory.course_id. They are for classes that hand out and
# collect through a folder shared by all accounts of one server; if yours does, set both here.
