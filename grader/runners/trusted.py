"""Make a call on one of the course's own implementations, right or wrong by intent."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from grader.exercise import Answer, Call, Failure
from grader.runners.plain import plain


def answer(function: Callable[..., Any], call: Call) -> Answer:
    """Give the answer of a right implementation."""
    return Answer(plain(function(*(as_float64(arg) for arg in call.args))))


def wrong_answer(function: Callable[..., Any], call: Call) -> Answer:
    """Give the answer of a wrong implementation, which may fail or change its inputs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return answer(function, replace(call, args=copy.deepcopy(call.args)))
        except Exception as error:
            return Answer(failure=Failure("crashed", type(error).__name__))


def as_float64(value: Any) -> Any:
    """Widen float32 inputs, so that the right answer is right to the last digit of a float32."""
    if isinstance(value, np.ndarray) and value.dtype == np.float32:
        return value.astype(np.float64)
    if isinstance(value, tuple | list):
        return type(value)(as_float64(item) for item in value)
    if isinstance(value, dict):
        return {key: as_float64(item) for key, item in value.items()}
    return value
