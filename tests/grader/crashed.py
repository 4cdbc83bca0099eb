"""Answers that stop with an error, and what the card says of its cause."""

from answers import edited, file_of, judged

from grader.exercises import EXERCISES


def crash(name, source):
    verdict = judged(file_of(source))[name]
    assert verdict.status == "crashed", verdict
    return [cause["title"] for cause in verdict.mistakes]


def titles(name, old, new):
    return crash(name, edited(name, old, new))


def tool(name, body):
    arguments = ", ".join(EXERCISES[name].arguments)
    return crash(name, f"def {name}({arguments}):\n    {body}\n")
