"""Many workers: whatever kind they are, they are asked through `concurrent.futures`.

A few jobs are given out ahead of what has come back. If a worker is killed, so is its pool; a new
one begins, and does again what had not come back.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from typing import Generic, Protocol, Self, TypeVar

from grader.classroom.workers.cluster import Cluster, NoCluster
from grader.classroom.workers.executors import Inline, Processes
from grader.classroom.workers.worker import AnotherVersion
from grader.sandbox.refusal import SandboxUnavailable

AHEAD = 2
"""Jobs a worker that are given out: the one at work, and the next."""

LOOK_AFTER = 5.0
"""Seconds without a result after which it is seen whether all workers live."""

CAREFULLY, MOST_TRIES = 2, 4
"""After so many broken pools a job is done by itself; after so many, no more."""

GONE = "The Dask cluster has gone. What was graded is written; the same command does the rest."


class Assigned(Protocol):
    """A job on one student's assignment."""

    @property
    def about(self) -> tuple[str, str]:
        """The student and the assignment."""


Job = TypeVar("Job", bound=Assigned)
Result = TypeVar("Result")


class WorkerLost(Exception):
    """Whoever worked on a job was ended from outside, again and again."""


class Crew(Generic[Job, Result]):
    """Workers with one duty. Use it as a context manager: afterwards none is left.

    Parameters
    ----------
    begin : callable
        Begins an executor.
    ahead : int
        How many jobs are given out at a time.
    leave : callable
        What is done in the end.
    """

    def __init__(
        self, begin: Callable[[], Executor], ahead: int, leave: Callable[[], None] = lambda: None
    ) -> None:
        self.begin = begin
        self.ahead = ahead
        self.leave = leave

    @classmethod
    def of(cls, jobs: int, dask: str = "", most: int = 1) -> Self:
        """Choose workers: a cluster at an address, some processes, or this one.

        Parameters
        ----------
        jobs : int
            How many processes, if it is more than one.
        dask : str
            The address.
        most : int
            How many can be busy at all.

        Raises
        ------
        NoCluster
            If there is none at the address.
        """
        if dask:
            cluster = Cluster(dask)
            return cls(cluster.executor, AHEAD * cluster.threads, cluster.leave)
        if jobs <= 1:
            return cls(Inline, 1)
        count = max(1, min(jobs, most))
        return cls(lambda: Processes(count), AHEAD * count)

    def __enter__(self) -> Self:
        self.executor = self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.executor.shutdown(wait=False)
        self.leave()

    @property
    def duty(self) -> Callable[[Job], Result]:
        """What a worker does with a job: a function that can be sent to it."""
        raise NotImplementedError

    def failed(self, job: Job, error: Exception) -> Result:
        """Give what stands for the result of a job that has none."""
        raise NotImplementedError

    def do(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Result]]:
        """Give each job with its result, in the order in which they are done.

        Raises
        ------
        SandboxUnavailable, AnotherVersion
            From a worker.
        NoCluster
            If the cluster has gone.
        """
        queue = Queue(jobs)
        while True:
            given: dict[Future[Result], Job] = {}
            try:
                yield from self.keep_busy(queue, given)
                return
            except BrokenExecutor:  # a worker was killed, and nobody can tell on which job
                self.executor.shutdown(wait=False)
                self.executor = self.begin()
            for job in given.values():
                if not queue.once_more(job):
                    error = WorkerLost(f"the worker was ended {MOST_TRIES} times")
                    yield job, self.failed(job, error)

    def keep_busy(
        self, queue: Queue[Job], given: dict[Future[Result], Job]
    ) -> Iterator[tuple[Job, Result]]:
        """Have the executor work until nothing is left; `given` is what has not come back.

        Raises
        ------
        BrokenExecutor
            If it can do no more.
        """
        while True:
            while len(given) < queue.room(self.ahead, given.values()) and (job := queue.next()):
                given[self.asked(job)] = job
            if not given:
                return
            finished, _ = wait(given, LOOK_AFTER, return_when=FIRST_COMPLETED)
            if not finished and isinstance(self.executor, Processes):
                self.executor.look_after()
            for future in sorted(finished, key=is_broken):
                result = self.result(future, given[future])
                yield given.pop(future), result

    def asked(self, job: Job) -> Future[Result]:
        try:
            return self.executor.submit(self.duty, job)
        except BrokenExecutor as error:
            lost: Future[Result] = Future()
            lost.set_exception(error)
            return lost

    def result(self, future: Future[Result], job: Job) -> Result:
        """Take what came back; an error that is not everybody's is the line of that student."""
        try:
            return future.result()
        except (BrokenExecutor, SandboxUnavailable, AnotherVersion):
            raise
        except CancelledError:
            raise NoCluster(GONE) from None
        except Exception as error:
            return self.failed(job, error)


def is_broken(future: Future[Result]) -> bool:
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)


class Queue(Generic[Job]):
    """Jobs to be given out, those first that have to be done again."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self.jobs = iter(jobs)
        self.again: deque[Job] = deque()
        self.lost: Counter[tuple[str, str]] = Counter()

    def next(self) -> Job | None:
        return self.again.popleft() if self.again else next(self.jobs, None)

    def once_more(self, job: Job) -> bool:
        """Put a job back whose worker was lost, unless that has happened too often."""
        self.lost[job.about] += 1
        if self.lost[job.about] >= MOST_TRIES:
            return False
        self.again.append(job)
        return True

    def room(self, ahead: int, given: Iterable[Job]) -> int:
        """Say how many jobs may be out: one alone, if it may be what ends workers."""
        out = [*given, *[*self.again][:1]]
        return 1 if any(self.lost[job.about] >= CAREFULLY for job in out) else ahead
