"""Predict, then run: compare a reader's guess with the answer."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.show.predictions import PREDICTIONS


def compare(question: str, guess: Any, *given: Any) -> None:
    """Say in one line whether a guess was right, and why.

    Parameters
    ----------
    question : str
        The name of a prediction.
    guess : object
        What the reader wrote; `...` if nothing yet.
    *given : object
        What the answer depends on, where the reader may change it.
    """
    if guess is ...:
        print("Write your guess in place of the dots first, then run this cell again.")
        return
    answer, because = PREDICTIONS[question]
    if callable(answer):
        answer = answer(*given)
    if agrees(guess, answer):
        print(f"Yes, {spoken(answer)}: {because}.")
    else:
        print(f"It is {spoken(answer)}, not {spoken(guess)}: {because}.")


def agrees(guess: Any, answer: Any) -> bool:
    """Say whether a guess means the answer: words in any case, numbers to three digits."""
    if isinstance(answer, str):
        return str(guess).strip().lower() == answer.strip().lower()
    try:
        a, b = np.asarray(guess, float), np.asarray(answer, float)
    except (TypeError, ValueError):
        return bool(guess == answer)
    return a.shape == b.shape and bool(np.allclose(a, b, rtol=5e-3, atol=1e-9))


def spoken(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, float | np.floating):
        return f"{value:.4g}"
    return str(value.tolist() if isinstance(value, np.ndarray) else value)
