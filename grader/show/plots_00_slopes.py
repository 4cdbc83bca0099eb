"""The live plots of lesson 00, second half: slopes drawn, measured, and set against formulas."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from grader.show.plotting import COLOURS, expect, figure, misfit, slider, when_ready

Array = NDArray[np.float64]
Formula = Callable[..., Any]

GOOD: Final = 1e-7
"""Below this relative error, a gradient and its measurement agree."""


def chords() -> None:
    """Draw x³ and two straight lines that measure its slope at 1, with a slider for the step."""

    def draw(h: float = 0.5) -> None:
        x = np.linspace(0, 2, 201)
        one_sided = ((1 + h) ** 3 - 1) / h
        central = ((1 + h) ** 3 - (1 - h) ** 3) / (2 * h)
        alt = f"The curve x³ with two chords: slopes {one_sided:.3f} and {central:.3f}; true is 3."
        with figure(7, 4, alt=alt) as (_, ax):
            ax.plot(x, x**3, color=COLOURS["ink"], label="x³: slope 3 at x = 1")
            for slope, ends, style, colour, name in (
                (one_sided, np.array([1, 1 + h]), "s--", COLOURS["parameter"], "one-sided"),
                (central, np.array([1 - h, 1 + h]), "o-", COLOURS["gradient"], "central"),
            ):
                y = ends[-1] ** 3 + slope * (x - ends[-1])
                ax.plot(x, y, style[1:], lw=1.2, color=colour)
                ax.plot(ends, ends**3, style, color=colour, label=f"{name}: slope {slope:.4f}")
            ax.plot(1, 1, "o", ms=9, mfc="none", color=COLOURS["ink"])
            ax.set(xlabel="x", ylabel="f(x) = x³", xlim=(0, 2), ylim=(-1.5, 6))
            ax.set_title(f"Step h = {h:.2f}")
            ax.legend(loc="upper left")

    slider(draw, h=(0.05, 0.8, 0.05))


def step_size(numerical_gradient: Formula, relative_error: Formula) -> None:
    """Draw error against step size for both differences, and mark the student's own error."""

    def draw(numerical_gradient: Formula, relative_error: Formula) -> None:
        x = np.array([-1.2, -0.4, 0.3, 0.8, 1.5])
        exact = 1 - np.tanh(x) ** 2
        own = numerical_gradient(_sum_of_tanh, x.copy())
        own = expect(own, x.shape, "numerical_gradient", "the gradient")
        error = _number(relative_error(own, exact), "relative_error")
        steps = 10.0 ** -np.arange(1, 13.01, 0.25)
        alt = "Error against step: falls as h shrinks, then rises; the central curve goes lower."
        with figure(7, 4.2, alt=alt) as (_, ax):
            for name, style, back, colour in (
                ("one-sided", "s--", 0.0, COLOURS["parameter"]),
                ("central", "o-", 1.0, COLOURS["x"]),
            ):
                errors = [_error_of_step(x, exact, h, back * h) for h in steps]
                ax.loglog(steps, errors, style, ms=3.5, color=colour, label=name)
            label = f"yours, h = 1e-5: {error:.2g}"
            star = max(error, 1e-16)
            ax.loglog(1e-5, star, "*", ms=17, mec="w", color=COLOURS["gradient"], label=label)
            ax.set(xlabel="step h", ylabel="relative error")
            for axis in (ax.xaxis, ax.yaxis):
                axis.set_major_formatter(lambda value, _: f"1e{np.log10(value):.0f}")
            ax.set_title("Too coarse on the right, lost in rounding on the left")
            ax.legend(loc="lower left")
        if error > GOOD:
            print("Your star is above the curve: run the checks of your two functions.")

    when_ready(draw, numerical_gradient, relative_error)


def _sum_of_tanh(x: Array) -> float:
    return float(np.tanh(x).sum())


def _error_of_step(x: Array, exact: Array, ahead: float, back: float) -> float:
    """Measure the gradient with the points x + ahead and x - back; give its relative error."""
    moves = np.eye(len(x))
    rise = [_sum_of_tanh(x + ahead * e) - _sum_of_tanh(x - back * e) for e in moves]
    measured = np.array(rise) / (ahead + back)
    return float(np.abs(measured - exact).max() / max(np.abs(measured).max(), np.abs(exact).max()))


def judge(
    sigmoid: Formula,
    numerical_gradient: Formula,
    relative_error: Formula,
    candidates: Mapping[str, Formula],
) -> None:
    """Draw the measured slopes of the student's `sigmoid` and the formulas that claim to be it.

    Parameters
    ----------
    sigmoid, numerical_gradient, relative_error : callable
        The student's own.
    candidates : dict
        From the text of a formula to a function of s = σ(z) that computes it.
    """

    def draw(sigmoid: Formula, gradient: Formula, relative_error: Formula) -> None:
        z = np.linspace(-4, 4, 17)
        s = expect(sigmoid(z.copy()), z.shape, "sigmoid", "s")
        measured = gradient(lambda v: sigmoid(v).sum(), z.copy())
        measured = expect(measured, z.shape, "numerical_gradient", "the gradient")
        slopes = {text: _slopes(text, formula, s) for text, formula in candidates.items()}
        alt = "Measured slopes of the sigmoid as dots, and the formulas as curves."
        with figure(8, 3.8, alt=alt) as (_, ax):
            colours = (COLOURS["y_hat"], COLOURS["c"], COLOURS["x"], COLOURS["a"])
            for index, (text, values) in enumerate(slopes.items()):
                error = _number(relative_error(values, measured), "relative_error")
                says = "agrees" if error < GOOD else "wrong"
                style = {"ls": ("-", "--", ":", "-.")[index % 4], "color": colours[index % 4]}
                ax.plot(z, values, **style, label=f"{text}\nerror {error:.2g}: {says}")
            ax.plot(z, measured, "o", color=COLOURS["ink"], label="measured")
            ax.set(xlabel="z", ylabel="slope of the sigmoid", title="Which formula is right?")
            ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))

    when_ready(draw, sigmoid, numerical_gradient, relative_error)


def _slopes(text: str, formula: Formula, s: Array) -> Array:
    """Compute a candidate; the line that a broken one prints quotes its text."""
    try:
        values = formula(s.copy())
    except Exception as error:
        raise misfit(f'"{text}"', f"stops with {type(error).__name__}: {error}") from error
    return expect(values, s.shape, f'"{text}"', "slopes")


def _number(value: object, name: str) -> float:
    """Hand back one finite number, or end the demo."""
    if not isinstance(value, float | int | np.number):
        raise misfit(name, f"returns a {type(value).__name__}, not one number")
    if not np.isfinite(value):
        raise misfit(name, f"returns {value}, not a finite number")
    return float(value)
