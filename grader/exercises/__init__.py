"""What the course asks: thirteen exercises in the order of the lessons."""

from grader.exercise import Exercise
from grader.exercises.lstm import LSTM
from grader.exercises.rnn import RNN
from grader.exercises.tools import TOOLS

EXERCISES: dict[str, Exercise] = {exercise.name: exercise for exercise in (*TOOLS, *RNN, *LSTM)}
LESSONS: tuple[str, ...] = tuple(dict.fromkeys(e.lesson for e in EXERCISES.values()))


def of_lesson(lesson: str) -> list[Exercise]:
    """List the exercises of one notebook, in order."""
    return [exercise for exercise in EXERCISES.values() if exercise.lesson == lesson]
