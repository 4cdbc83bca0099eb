"""Two executors: this process, and processes of this machine, of which some may be killed."""

from __future__ import annotations

import multiprocessing
import os
import warnings
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing.process import BaseProcess
from typing import Any

from grader.classroom.undisturbed import undisturbed
from grader.classroom.workers import worker


class Inline(Executor):
    """Does each job at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        worker.rest()


class Processes(ProcessPoolExecutor):
    """Workers that are processes of this machine; when it is shut down they are ended.

    They are forked, because they begin ten times sooner than others: what is loaded is there.
    Nothing of what they inherit is used but modules.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self.others = {*multiprocessing.active_children()}
        context = multiprocessing.get_context("fork")
        super().__init__(count, context, worker.begin, (os.getpid(),))

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        with undisturbed(), warnings.catch_warnings():  # what is called at a fork would swallow it
            warnings.simplefilter("ignore", DeprecationWarning)  # NumPy's threads, at rest here
            future = super().submit(fn, *args, **kwargs)
        # The last end to write on is the workers': of one that dies in the middle of a result, the
        # rest would be waited for as long as anybody could still write it.
        self._result_queue._writer.close()  # type: ignore[attr-defined]
        return future

    def ours(self) -> set[BaseProcess]:
        return {*multiprocessing.active_children()} - self.others

    def look_after(self) -> None:
        """End all workers if one has died unnoticed, which is in the middle of a result."""
        if len(self.ours()) < self.count:
            self.end()

    def end(self) -> None:
        for process in self.ours():  # a student's endless loop would keep it for a minute
            process.terminate()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        left = self.ours()
        self.end()
        super().shutdown(wait=True, cancel_futures=True)  # a thread that is left may fail at exit
        for process in left:
            process.join()
