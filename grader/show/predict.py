"""Predict, then run: compare a reader's guess with what the code found."""

from __future__ import annotations

from typing import Any

import numpy as np


def compare(guess: Any, answer: Any, because: str) -> None:
    """Say in one line whether a guess was right, and why.

    Parameters
    ----------
    guess : object
        What the reader wrote; `...` if nothing yet.
    answer : object
        What is right: a number, a word, a list or an array.
    because : str
        The reason, without a full stop.
    """
    if guess is ...:
        print("Write your guess in place of the dots first, then run this cell again.")
    elif agrees(guess, answer):
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
