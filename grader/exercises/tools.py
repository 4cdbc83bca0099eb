"""The five exercises of lesson 00."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from grader.exercise import Array, Call, Exercise, Functions, Property
from grader.exercises.laws import BASE, Answers, Breaches, Calls, far

LESSON = "00_sequences_and_tools"
W = np.array([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])

FUNCTIONS: dict[str, Callable[[np.ndarray], float]] = {
    "Σ x³": lambda x: float((x**3).sum()),
    "‖W x‖²": lambda x: float(((W @ x) ** 2).sum()),
    "Σ sin(x) · position": lambda x: float((np.sin(x).ravel() * np.arange(1, x.size + 1)).sum()),
    "Σ |x|": lambda x: float(np.abs(x).sum()),
    "(Σ x)²": lambda x: float(x.sum() ** 2),
}


@dataclass(frozen=True)
class NamedFunction:
    """A function to differentiate, known by its name, so that a plan stays plain data."""

    name: str

    def __call__(self, x: np.ndarray) -> float:
        return FUNCTIONS[self.name](x)


def one_hot_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (ids, n); some symbols never occur, the first and the last do."""
    for name, m, T_x, n in (("plain", 3, 4, 6), ("one example", 1, 5, 3), ("one step", 4, 1, 7)):
        ids = rng.integers(0, n, (m, T_x))
        ids[0, 0], ids[-1, -1] = n - 1, 0
        yield Call(name, (ids, n), "" if name == "plain" else f"for {name}")
    yield Call("more ids than symbols", (rng.integers(0, 2, (5, 6)), 2), "when n is small")
    yield Call("symbols left over", (np.zeros((2, 3), dtype=int), 4), "when a symbol never occurs")
    ids = rng.integers(0, 6, (3, 4))
    ids[0, 0], ids[-1, -1] = 0, 5  # elsewhere than in the first call, which has this size, too
    yield Call("other symbols", (ids, 6), "for other symbols")


def scores(rng: np.random.Generator) -> Iterator[Call]:
    """Draw arrays of one, two and three dimensions, moderate and extreme."""
    z = rng.standard_normal((4, 3))
    z[1, 2] = 0  # neither above nor below
    yield Call("plain", (z,))
    yield Call("one column", (rng.standard_normal((4, 1)),), "for a single column")
    yield Call("vector", (rng.standard_normal(5),), "for a vector")
    yield Call("brick", (rng.standard_normal((3, 2, 4)),), "for three dimensions")
    yield Call("one row", (rng.standard_normal((1, 4)),), "for a single row")
    yield Call("float32", (rng.standard_normal((3, 4)).astype(np.float32),), "for float32 numbers")
    extreme = np.array([[-800.0, 800.0, 0.0, 30.0], [800.0, -800.0, 1.0, -30.0]])
    shifted = extreme + rng.standard_normal(extreme.shape)
    yield Call("extreme", (shifted,), "for very large numbers")


def sigmoid_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw z of several shapes and sizes."""
    yield from scores(rng)


def softmax_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw z of several shapes and sizes, one with a column far below the others."""
    yield from scores(rng)
    yield Call("large", (500 + rng.standard_normal((4, 2)),), "for large numbers")
    apart = rng.standard_normal((3, 3)) + np.array([0.0, 1500.0, -1500.0])
    yield Call("columns far apart", (apart,), "when columns lie far apart")
    yield Call("other numbers", (rng.standard_normal((4, 3)),), "for other numbers")


def gradient_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (f, x): smooth functions, and a kink that only central differences get right,
    and a place that is nearly flat."""
    shapes = {"Σ x³": (3, 2), "‖W x‖²": (3, 4), "Σ sin(x) · position": (2, 3, 2)}
    for name, shape in shapes.items():
        label = "plain" if name == "Σ x³" else name
        yield Call(
            label, (NamedFunction(name), rng.uniform(-1.5, 1.5, shape)), f"for f(x) = {name}"
        )
    yield Call("vector", (NamedFunction("Σ x³"), rng.uniform(0.5, 1.5, 4)), "when x is a vector")
    again = rng.uniform(-1.5, 1.5, shapes["Σ x³"])
    yield Call("another x", (NamedFunction("Σ x³"), again), "for another x")
    kink = np.array([[0.0, 1.0], [-2.0, 0.0]])
    yield Call("kink", (NamedFunction("Σ |x|"), kink), "for f(x) = Σ |x|, which has a kink at 0")
    flat = rng.uniform(-1.5, 1.5, (2, 4))  # its sum is 0.01: an entry left moved by h shows at once
    flat += 0.01 / flat.size - flat.mean()
    yield Call("nearly flat", (NamedFunction("(Σ x)²"), flat), "where the gradient is small")


def error_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (a, b): near, far, larger on either side, equal, zero."""
    a = rng.standard_normal((4, 3))
    yield Call("plain", (a, a + 0.1 * rng.standard_normal((4, 3))))
    yield Call("larger b", (a, -3 * a), "when b is the larger array")
    yield Call("larger a", (5 * a[0], a[1]), "when a is the larger array")
    low, lower = -np.abs(a) - 1, -np.abs(a) - 1.5
    yield Call("negative", (low, lower), "when all numbers are negative")
    yield Call("negative a", (lower, low), "when all numbers are negative and a is the larger")
    yield Call("nearly equal", (a, a * (1 + 2e-7)), "for two arrays that nearly agree")
    yield Call("tiny", (1e-5 * a, 1.5e-5 * a), "for tiny numbers")
    yield Call("equal", (a, a.copy()), "for two equal arrays")
    yield Call("zero", (np.zeros((2, 2)), np.zeros((2, 2))), "for two arrays of zeros")
    small = np.array([0.0, 2e-3, 1e-3])
    yield Call("zero a", (np.zeros(3), small), "when a is zero")
    yield Call("zero b", (small, np.zeros(3)), "when b is zero")
    single = np.zeros((3, 4, 2))
    single[1, 2, 0] = 1e-3
    yield Call(
        "single entry",
        (np.ones((3, 4, 2)), np.ones((3, 4, 2)) + single),
        "when a single entry differs",
    )


def unchanged_by_a_shift() -> Property:
    """Softmax does not change when all scores of a column shift together; its columns sum to 1."""

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        z = before[BASE].args[0]
        shift = 10 * rng.standard_normal((1, z.shape[1]))
        yield replace(before[BASE], name="shifted", args=(z + shift,), shows="when scores shift")

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        p, shifted = (answers.get(name, {}).get(("p",)) for name in (BASE, "shifted"))
        if p is not None and far(p.sum(axis=0), np.ones(p.shape[1:])):
            yield "p", "the columns do not sum to 1"
        elif p is not None and shifted is not None and far(shifted, p):
            yield "p", "adding one number to a whole column changes the result"

    return Property("columns sum to 1, shifts do not matter", calls, holds)


def symmetric() -> Property:
    """σ(-z) = 1 - σ(z)."""

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        yield replace(before[BASE], name="mirrored", args=(-before[BASE].args[0],), shows="for -z")

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        s, mirrored = (answers.get(name, {}).get(("s",)) for name in (BASE, "mirrored"))
        if s is not None and mirrored is not None and far(mirrored, 1 - s):
            yield "s", "σ(-z) is not 1 - σ(z)"

    return Property("σ(-z) = 1 - σ(z)", calls, holds)


ONE_HOT = Exercise(
    "one_hot", LESSON, ("ids", "n"), (Array("x", "(n, m, T_x)"),), "one", one_hot_cases
)
SIGMOID = Exercise(
    "sigmoid", LESSON, ("z",), (Array("s", "like z"),), "one", sigmoid_cases, (symmetric(),)
)
SOFTMAX = Exercise(
    "softmax",
    LESSON,
    ("z",),
    (Array("p", "like z"),),
    "one",
    softmax_cases,
    (unchanged_by_a_shift(),),
)
NUMERICAL_GRADIENT = Exercise(
    "numerical_gradient",
    LESSON,
    ("f", "x"),
    (Array("gradient", "like x"),),
    "one",
    gradient_cases,
)
RELATIVE_ERROR = Exercise(
    "relative_error", LESSON, ("a", "b"), (Array("error", "one number"),), "one", error_cases
)

TOOLS = (ONE_HOT, SIGMOID, SOFTMAX, NUMERICAL_GRADIENT, RELATIVE_ERROR)
