"""What came of a class that was graded: messages, and points in the gradebook."""

from nbgrader.api import Gradebook

from grader.exercises import EXERCISES

RNN, LSTM = "01_rnn_forward.ipynb", "03_lstm_forward.ipynb"


def messages(outcome):
    return {one.file.label: one.message for one in outcome.graded}


def recorded(course):
    """Give the automatic scores of everybody: (student, exercise) -> points."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as base:
        return {
            (submission.student.id, grade.name.removeprefix("check_")): grade.auto_score
            for assignment in base.assignments
            for submission in base.assignment_submissions(assignment.name)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def most(name):
    return EXERCISES[name].points
