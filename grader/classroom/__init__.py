"""A class of submissions: read safely, run in the sandbox, written into nbgrader's gradebook."""
