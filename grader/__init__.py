"""The grader of the course "RNN and LSTM in NumPy": what a notebook needs."""

from grader.given import earlier
from grader.notebook import check, failing_case

__all__ = ["check", "earlier", "failing_case"]
