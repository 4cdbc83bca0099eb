"""Workers who grade."""

from __future__ import annotations

from collections.abc import Callable

from grader.classroom.judged.grading import Graded, failure
from grader.classroom.workers import worker
from grader.classroom.workers.crew import Crew
from grader.classroom.workers.executors import Processes
from grader.classroom.workers.worker import Job, no_file_of, work


class Graders(Crew[Job, tuple[Graded, ...]]):
    """Workers who grade what a student has handed in for an assignment."""

    @property
    def duty(self) -> Callable[[Job], tuple[Graded, ...]]:
        return work

    def failed(self, job: Job, error: Exception) -> tuple[Graded, ...]:
        return (failure(no_file_of(job.student, job.assignment), error),)

    def prepare(self, secret: bytes, round: int) -> None:
        """Let processes make themselves ready for a round, while something else is done."""
        if isinstance(self.executor, Processes):
            for _ in range(self.executor.count):
                self.executor.submit(worker.prepare, secret, round)
