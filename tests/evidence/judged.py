"""Judge an answer on a case set of one's choice, as the course does, and say what it is called."""

from __future__ import annotations

from collections.abc import Mapping

from grader.bank import Bank
from grader.exercise import Answer, Exercise, Plan, Seed
from grader.exercises import EXERCISES
from grader.judging import judge_exercise
from grader.reference import Live
from grader.runners import in_process
from grader.submission import from_file
from grader.verdict import Verdict


class Cases(Live):
    """Right answers on the cases of one seed, each computed once."""

    def __init__(self, seed: Seed) -> None:
        super().__init__(seed)
        self.plans: dict[str, Plan] = {}
        self.right: dict[str, Mapping[str, Answer]] = {}
        self.banks: dict[str, Bank] = {}

    def plan(self, exercise: Exercise) -> Plan:
        if exercise.name not in self.plans:
            self.plans[exercise.name] = super().plan(exercise)
        return self.plans[exercise.name]

    def answers(self, plan: Plan) -> Mapping[str, Answer]:
        if plan.exercise.name not in self.right:
            self.right[plan.exercise.name] = super().answers(plan)
        return self.right[plan.exercise.name]

    def bank(self, plan: Plan) -> Bank:
        if plan.exercise.name not in self.banks:
            self.banks[plan.exercise.name] = super().bank(plan)
        return self.banks[plan.exercise.name]


def judged(name: str, source: str, cases: Live) -> Verdict:
    """Judge the source of one function."""
    code = from_file("answer.py", f"import numpy as np\n\n{source}")
    return judge_exercise(EXERCISES[name], code, cases, in_process.run)
