"""A known function of the right array: tanh taken once too often, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from grader.relations.pair import Pair, Relation, everywhere

Function = Callable[[np.ndarray], np.ndarray]


def softmax(z: np.ndarray) -> np.ndarray:
    return shares(np.exp(z - z.max(axis=0, keepdims=True)))


def chosen(a: np.ndarray) -> np.ndarray:
    """Put a one where the largest entry of each column is, and zeros elsewhere."""
    return np.asarray(a == a.max(axis=0, keepdims=True), dtype=a.dtype)


def shares(a: np.ndarray) -> np.ndarray:
    return np.asarray(a / a.sum(axis=0, keepdims=True))


def of_the_right(function: Function) -> Callable[..., bool]:
    return everywhere(lambda pair: pair.equal(pair.wrong, function(pair.right)))


def of_the_wrong(function: Function) -> Callable[..., bool]:
    return everywhere(lambda pair: fits(pair) and pair.equal(function(pair.wrong), pair.right))


def fits(pair: Pair) -> bool:
    return pair.wrong.shape == pair.right.shape and bool(np.isfinite(pair.wrong).all())


def once_more(name: str, function: Function) -> Relation:
    hint = f"Where is {name} taken on the way to {{output}}, and where once more?"
    title = f"{name} is taken of {{output}} once too often"
    return Relation(f"{name}-once-more", title, hint, of_the_right(function))


def not_yet(name: str, function: Function) -> Relation:
    title = f"{name} has yet to be taken of {{output}}"
    hint = f"What is the last thing that is done to the numbers of {{output}}, and who does {name}?"
    return Relation(f"{name}-not-taken", title, hint, of_the_wrong(function))


def sigmoid(z: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-z)))


FUNCTIONS = (
    once_more("tanh", np.tanh),
    once_more("sigmoid", sigmoid),
    once_more("softmax", softmax),
    once_more("exp", np.exp),
    Relation(
        "logarithm",
        "{output} holds logarithms of what it should be",
        "Is it the probability that is asked for, or its logarithm?",
        of_the_wrong(np.exp),
    ),
    not_yet("tanh", np.tanh),
    not_yet("sigmoid", sigmoid),
    not_yet("softmax", softmax),
    Relation(
        "not-divided",
        "the columns of {output} would be right if each were divided by its sum",
        "What should each column of {output} add up to?",
        of_the_wrong(shares),
    ),
    Relation(
        "largest-only",
        "{output} holds a 1 for the largest entry of each column instead of the entries",
        "Is it the choice that is asked for, or what the choice is made from?",
        of_the_right(chosen),
    ),
    Relation(
        "squared",
        "{output} is squared",
        "Which power in the line of {output} does the formula not have?",
        of_the_right(np.square),
    ),
    Relation(
        "one-minus",
        "{output} is 1 minus what it should be",
        "Which of the two shares is it, the one that is kept or the one that goes?",
        of_the_right(lambda a: 1 - a),
    ),
    Relation(
        "negative-part-lost",
        "{output} is zero where it should be negative",
        "Which function on the way to {output} gives nothing below zero?",
        of_the_right(lambda a: np.maximum(a, 0)),
    ),
    Relation(
        "sign-lost",
        "{output} has lost its signs",
        "Which function on the way to {output} gives nothing below zero?",
        of_the_right(np.abs),
    ),
)
