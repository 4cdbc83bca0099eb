"""Two kinds of `concurrent.futures.Executor`: this process, and several of this machine."""

from __future__ import annotations

import multiprocessing
import os
import warnings
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any

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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # NumPy's threads, at rest here
            return super().submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait=False, cancel_futures=True)
        ours = {*multiprocessing.active_children()} - self.others
        for process in ours:  # a student's endless loop would keep it for a minute
            process.terminate()
        for process in ours:
            process.join()
