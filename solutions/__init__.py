"""The hidden side of the course: full implementations, lessons and known mistakes.

Nothing here imports `grader`, and no student release contains this package.
"""
