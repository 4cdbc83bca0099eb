"""The bank of known mistakes, each a small edit of one of the solutions."""

from solutions.mistakes import (
    lstm_backward_paths,
    lstm_backward_results,
    lstm_backward_steps,
    lstm_cell_backward_cell_state,
    lstm_cell_backward_gates,
    lstm_cell_backward_handed_back,
    lstm_cell_backward_weights,
    lstm_cell_forward_cell_state,
    lstm_cell_forward_gates,
    lstm_cell_forward_hidden_state,
    lstm_cell_forward_results,
    lstm_cell_forward_stack,
    lstm_forward_results,
    lstm_forward_steps,
    numerical_gradient,
    one_hot,
    relative_error,
    rnn_backward_results,
    rnn_backward_steps,
    rnn_cell_backward_products,
    rnn_cell_backward_slope,
    rnn_cell_forward_results,
    rnn_cell_forward_state,
    rnn_forward_results,
    rnn_forward_steps,
    sigmoid,
    softmax,
)
from solutions.mistakes.mistake import FAMILIES, Mistake, apply

__all__ = ["FAMILIES", "MISTAKES", "Mistake", "apply", "of"]

MISTAKES: tuple[Mistake, ...] = (
    *one_hot.MISTAKES,
    *sigmoid.MISTAKES,
    *softmax.MISTAKES,
    *numerical_gradient.MISTAKES,
    *relative_error.MISTAKES,
    *rnn_cell_forward_state.MISTAKES,
    *rnn_cell_forward_results.MISTAKES,
    *rnn_forward_steps.MISTAKES,
    *rnn_forward_results.MISTAKES,
    *rnn_cell_backward_slope.MISTAKES,
    *rnn_cell_backward_products.MISTAKES,
    *rnn_backward_steps.MISTAKES,
    *rnn_backward_results.MISTAKES,
    *lstm_cell_forward_stack.MISTAKES,
    *lstm_cell_forward_gates.MISTAKES,
    *lstm_cell_forward_cell_state.MISTAKES,
    *lstm_cell_forward_hidden_state.MISTAKES,
    *lstm_cell_forward_results.MISTAKES,
    *lstm_forward_steps.MISTAKES,
    *lstm_forward_results.MISTAKES,
    *lstm_cell_backward_cell_state.MISTAKES,
    *lstm_cell_backward_gates.MISTAKES,
    *lstm_cell_backward_weights.MISTAKES,
    *lstm_cell_backward_handed_back.MISTAKES,
    *lstm_backward_paths.MISTAKES,
    *lstm_backward_steps.MISTAKES,
    *lstm_backward_results.MISTAKES,
)


def of(name: str) -> list[Mistake]:
    """List the known mistakes of one exercise."""
    return [mistake for mistake in MISTAKES if mistake.of == name]
