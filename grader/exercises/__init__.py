"""What the course asks: thirteen exercises in order, worth what course.toml says."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from grader import course
from grader.exercise import Exercise
from grader.exercises.lstm import LSTM
from grader.exercises.rnn import RNN
from grader.exercises.tools import TOOLS

ASKED = (*TOOLS, *RNN, *LSTM)
LESSON_OF: dict[str, str] = {exercise.name: exercise.lesson for exercise in ASKED}
LESSONS: tuple[str, ...] = tuple(dict.fromkeys(LESSON_OF.values()))


class Exercises(Mapping[str, Exercise]):
    """The exercises by name. Their points are read when the first exercise is asked for.

    So a course.toml that cannot be used stops no import, and whoever asks gets a `CourseError`.
    """

    def __getitem__(self, name: str) -> Exercise:
        return with_points(course.DEFAULT)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(LESSON_OF)

    def __len__(self) -> int:
        return len(LESSON_OF)

    def __contains__(self, name: object) -> bool:
        return name in LESSON_OF


@cache
def with_points(file: Path) -> dict[str, Exercise]:
    """Give the exercises with the points of a course.toml; those that do not count have 0."""
    points = course.load(file, LESSON_OF)
    return {e.name: replace(e, points=points.get(e.name, 0)) for e in ASKED}


EXERCISES = Exercises()


def of_lesson(lesson: str) -> list[Exercise]:
    """List the exercises of one notebook, in order."""
    return [exercise for exercise in EXERCISES.values() if exercise.lesson == lesson]
