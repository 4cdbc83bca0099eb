"""The bank of known mistakes, each a small edit of one of the solutions."""

from importlib import import_module

from solutions.mistakes.mistake import FAMILIES, Mistake, apply

__all__ = ["FAMILIES", "MISTAKES", "Mistake", "apply", "of"]

MODULES = (
    "one_hot",
    "one_hot_marks",
    "one_hot_filled",
    "sigmoid",
    "sigmoid_branches",
    "sigmoid_curves",
    "sigmoid_shifted",
    "softmax",
    "softmax_curves",
    "softmax_scores",
    "softmax_rows",
    "numerical_gradient",
    "numerical_gradient_slopes",
    "numerical_gradient_entries",
    "numerical_gradient_whole",
    "relative_error",
    "relative_error_sizes",
    "relative_error_entries",
    "relative_error_norms",
    "relative_error_zeros",
    "relative_error_guards",
    "rnn_cell_forward_state",
    "rnn_cell_forward_results",
    "rnn_cell_forward_sum",
    "rnn_cell_forward_tanh",
    "rnn_cell_forward_prediction",
    "rnn_cell_forward_cache",
    "rnn_cell_forward_written_out",
    "rnn_forward_steps",
    "rnn_forward_results",
    "rnn_forward_states",
    "rnn_forward_gathered",
    "rnn_cell_backward_slope",
    "rnn_cell_backward_products",
    "rnn_cell_backward_formula",
    "rnn_cell_backward_factors",
    "rnn_cell_backward_stacked",
    "rnn_cell_backward_clipped",
    "through_time_paths",
    "through_time_carried",
    "through_time_steps",
    "through_time_results",
    "through_time_sums",
    "through_time_ends",
    "through_time_cut_short",
    "rnn_backward_steps",
    "rnn_backward_other_caches",
    "lstm_cell_forward_stack",
    "lstm_cell_forward_gates",
    "lstm_cell_forward_cell_state",
    "lstm_cell_forward_hidden_state",
    "lstm_cell_forward_results",
    "lstm_cell_forward_cache",
    "lstm_cell_forward_letters",
    "lstm_cell_forward_update",
    "lstm_cell_forward_prediction",
    "lstm_cell_forward_kept",
    "lstm_cell_forward_readings",
    "lstm_cell_forward_brackets",
    "lstm_cell_forward_curves",
    "lstm_forward_steps",
    "lstm_forward_results",
    "lstm_forward_states",
    "lstm_forward_stored",
    "lstm_forward_gathered",
    "forward_between_steps",
    "forward_buffers",
    "lstm_cell_backward_cell_state",
    "lstm_cell_backward_gates",
    "lstm_cell_backward_candidate",
    "lstm_cell_backward_into_c",
    "lstm_cell_backward_slopes",
    "lstm_cell_backward_partners",
    "lstm_cell_backward_long_formula",
    "lstm_cell_backward_weights",
    "lstm_cell_backward_cache",
    "lstm_cell_backward_all_weights",
    "lstm_cell_backward_handed_back",
    "lstm_cell_backward_to_old_c",
    "lstm_cell_backward_cut",
    "lstm_cell_backward_brackets",
    "lstm_cell_backward_twice",
    "lstm_cell_backward_stacks",
    "lstm_backward_paths",
    "lstm_backward_carried",
    "lstm_backward_results",
    "lstm_backward_arguments",
    "through_time_scaled",
)
"""In this order: where two mistakes explain the same numbers, the first is named."""

MISTAKES: tuple[Mistake, ...] = tuple(
    mistake
    for module in MODULES
    for mistake in import_module(f"solutions.mistakes.{module}").MISTAKES
)


def of(name: str) -> list[Mistake]:
    """List the known mistakes of one exercise."""
    return [mistake for mistake in MISTAKES if mistake.of == name]
