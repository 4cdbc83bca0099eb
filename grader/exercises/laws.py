"""Laws that right answers obey, each with the calls that put it to the test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from grader.exercise import Arrays, Call, Functions, Property
from grader.exercises.draw import columns

Calls = Mapping[str, Call]
Answers = Mapping[str, Arrays]
Breaches = Iterator[tuple[str, str]]

CLOSE = 1e-6
BASE = "plain"


def far(a: np.ndarray, b: np.ndarray) -> bool:
    """Say whether two arrays differ by more than rounding, measured against the larger."""
    if a.shape != b.shape:
        return False  # the contract speaks about shapes
    size = max(float(np.abs(b).max(initial=0)), float(np.abs(a).max(initial=0)), CLOSE)
    loose = 1e-4 if np.float32 in (a.dtype, b.dtype) else CLOSE
    return bool(np.abs(a - b).max(initial=0) > loose * size)


def pairs(answers: Answers, *names: str, outputs: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """Give (output, its array in each of the named calls), as far as all of them came back."""
    for output in outputs:
        arrays = [answers.get(name, {}).get((output,)) for name in names]
        if all(array is not None for array in arrays):
            yield (output, *arrays)


def changed_argument(call: Call, index: int, value: Any, name: str, shows: str) -> Call:
    args = (*call.args[:index], value, *call.args[index + 1 :])
    return replace(call, name=name, args=args, shows=shows)


def batch_columns_independent(*outputs: str) -> Property:
    """Examples of a batch do not see each other: fewer of them give the same columns."""
    keep = [2, 0]

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        call = before[BASE]
        args = tuple(columns(arg, keep) for arg in call.args)
        yield replace(call, name="two examples", args=args, shows="when some examples are left out")

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        for output, whole, part in pairs(answers, BASE, "two examples", outputs=outputs):
            if whole.ndim > 1 and whole.shape[1] > max(keep) and far(part, whole[:, keep]):
                yield output, "one example's column changes when other examples of the batch do"

    return Property("batch columns are independent", calls, holds)


def causal(*outputs: str) -> Property:
    """The past does not see the future: x after a step leaves everything up to it as it was."""
    step = 4

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        x = before[BASE].args[0].copy()
        x[:, :, step:] += rng.standard_normal(x[:, :, step:].shape)
        yield changed_argument(before[BASE], 0, x, "another future", "when later inputs change")

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        for output, one, other in pairs(answers, BASE, "another future", outputs=outputs):
            if one.ndim == 3 and far(one[:, :, :step], other[:, :, :step]):
                yield output, "a step changes when only later inputs change"

    return Property("causality", calls, holds)


def initial_state_used(output: str) -> Property:
    """Another a0 gives another first step."""

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        a0 = -before[BASE].args[1]
        yield changed_argument(before[BASE], 1, a0, "another a0", "when a0 is another")

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        for name, one, other in pairs(answers, BASE, "another a0", outputs=(output,)):
            if one.ndim == 3 and not far(one[:, :, 0], other[:, :, 0]):
                yield name, "the first step is the same for every a0"

    return Property("a0 is used", calls, holds)


def carries_over(*outputs: str) -> Property:
    """Starting from the state of step 3 gives the rest of the sequence: a is all an RNN knows."""
    cut = 3

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        call = before[BASE]
        x, a0, parameters = call.args
        a = functions.function("rnn_forward")(x, a0, parameters)[0]
        args = (x[:, :, cut:].copy(), a[:, :, cut - 1].copy(), parameters)
        yield replace(call, name="carried on", args=args, shows="when a sequence is continued")

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        for output, whole, rest in pairs(answers, BASE, "carried on", outputs=outputs):
            if whole.ndim == 3 and far(rest, whole[:, :, cut:]):
                yield output, "a sequence cut in two, the state carried over, gives another result"

    return Property("state carries over", calls, holds)


def one_step_is_the_cell(*outputs: str) -> Property:
    """With T_x = 1 a sequence function gives what one cell gives."""

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        return iter(())

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        right = reference["one step"]
        for output, got in pairs(answers, "one step", outputs=outputs):
            if far(got, right[(output,)]):
                yield output, "a sequence of one step does not give what one cell gives"

    return Property("T_x = 1 equals the cell", calls, holds)


def linear_in(arguments: tuple[str, ...], *outputs: str) -> Property:
    """A backward pass is linear in its upstream gradients, and gives zero for zero."""
    scale = -128.0  # so large that nobody's clipping lets it through; a power of two, so exact

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        call = before[BASE]
        count = len(arguments)
        other = tuple(rng.standard_normal(arg.shape) for arg in call.args[:count])
        mixed = tuple(scale * a + b for a, b in zip(call.args, other, strict=False))
        rest = call.args[count:]
        zero = tuple(np.zeros_like(a) for a in other)
        given = " and ".join(arguments)
        yield replace(call, name="another gradient", args=(*other, *rest))
        yield replace(call, name="mixed gradients", args=(*mixed, *rest))
        yield replace(call, name="no gradient", args=(*zero, *rest), shows=f"when {given} is zero")

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        names = (BASE, "another gradient", "mixed gradients", "no gradient")
        for output, one, other, mixed, zero in pairs(answers, *names, outputs=outputs):
            if np.abs(zero).max(initial=0) > CLOSE:
                yield output, f"not zero although {' and '.join(arguments)} is zero"
            elif one.shape == other.shape and far(mixed, scale * one + other):
                yield output, f"not linear in {' and '.join(arguments)}"

    return Property("linear in the upstream gradient", calls, holds)


def no_gradient_before_its_cause(*outputs: str) -> Property:
    """An input read after the last step that has a gradient cannot have caused anything."""
    last = 3

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        da = before[BASE].args[0].copy()
        da[:, :, last:] = 0
        yield changed_argument(
            before[BASE], 0, da, "early gradient", "when only early steps have da"
        )

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        for output, array in pairs(answers, "early gradient", outputs=outputs):
            if array.ndim == 3 and np.abs(array[:, :, last:]).max(initial=0) > CLOSE:
                yield output, "steps after the last gradient get a gradient"

    return Property("causality backwards", calls, holds)
