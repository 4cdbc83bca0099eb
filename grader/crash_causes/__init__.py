"""Why a function stopped, where its error and the inputs of the call leave no doubt.

In the course's own words: which parameter was not taken out, which sizes do not fit, how many
things a cell gives back. Silence is better than a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grader.crash_causes.cause import Cause, Finder, as_json
from grader.crash_causes.entrywise import (
    function_itself,
    half_a_choice,
    no_axis,
    no_method,
    nothing_to_divide_by,
)
from grader.crash_causes.indices import (
    beyond_an_axis,
    no_whole_number,
    slice_of_f,
    too_many_indices,
)
from grader.crash_causes.joined import (
    keys_added,
    list_of_arrays,
    none_added,
    row_sums_beside_columns,
    stacked_for_joined,
)
from grader.crash_causes.kinds import (
    brackets_missing,
    cannot_append,
    function_indexed,
    keys_of_a_dictionary,
    list_for_an_array,
    no_function,
    no_power,
)
from grader.crash_causes.names import (
    another_library,
    e_for_exp,
    key_of_no_parameter,
    name_misspelt,
    name_never_made,
    name_not_taken_out,
    not_in_numpy,
    size_not_taken_out,
)
from grader.crash_causes.numpy_calls import (
    another_librarys_word,
    arrays_in_pieces,
    compared_with_an_axis,
    no_indices_counted,
    one_number_alone,
    other_axes_along_one,
)
from grader.crash_causes.shapes import (
    cannot_grow,
    column_for_a_row,
    no_such_axis,
    one_beyond_the_last,
    other_axes,
    shape_in_pieces,
    sizes_that_do_not_fit,
)
from grader.crash_causes.truth import one_truth_of_many
from grader.crash_causes.turns import (
    beyond_the_list,
    entry_not_there_yet,
    index_of_a_list,
    number_gone_through,
    range_of_many,
    row_after_row,
    single_numbers,
    step_on_the_first_axis,
)
from grader.crash_causes.unpacking import (
    key_in_place_of_an_array,
    no_cache_for_the_cell,
    other_arguments,
    other_number_of_things,
    step_of_the_pair,
    tuple_in_an_array,
)
from grader.crash_causes.values import f_of_a_part, no_value_yet, nothing_given
from grader.exercise import Call, Exercise, Failure, Plan, Run

__all__ = ["CAUSES", "explain", "find"]

CAUSES: tuple[Finder, ...] = (
    name_not_taken_out,
    another_library,
    e_for_exp,
    size_not_taken_out,
    not_in_numpy,
    name_never_made,
    name_misspelt,
    key_of_no_parameter,
    no_value_yet,
    f_of_a_part,
    nothing_given,
    cannot_grow,
    column_for_a_row,
    sizes_that_do_not_fit,
    shape_in_pieces,
    arrays_in_pieces,
    compared_with_an_axis,
    another_librarys_word,
    one_number_alone,
    no_indices_counted,
    other_axes_along_one,
    one_beyond_the_last,
    other_axes,
    no_such_axis,
    other_number_of_things,
    step_of_the_pair,
    other_arguments,
    no_cache_for_the_cell,
    key_in_place_of_an_array,
    tuple_in_an_array,
    one_truth_of_many,
    no_function,
    function_indexed,
    brackets_missing,
    keys_of_a_dictionary,
    cannot_append,
    list_for_an_array,
    no_power,
    number_gone_through,
    range_of_many,
    index_of_a_list,
    step_on_the_first_axis,
    single_numbers,
    row_after_row,
    beyond_the_list,
    entry_not_there_yet,
    stacked_for_joined,
    list_of_arrays,
    none_added,
    keys_added,
    row_sums_beside_columns,
    no_method,
    no_axis,
    half_a_choice,
    nothing_to_divide_by,
    function_itself,
    slice_of_f,
    too_many_indices,
    no_whole_number,
    beyond_an_axis,
)


def find(plan: Plan, run: Run) -> tuple[Mapping[str, Any], ...]:
    """Explain the first call that failed; nothing where its error may have several causes."""
    for name, call in plan.calls.items():
        answer = run.answers.get(name)
        if answer and answer.failure:
            cause = explain(plan.exercise, call, answer.failure)
            return (as_json(cause),) if cause else ()
    return ()


def explain(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find the cause of an error."""
    if failure.kind != "crashed" or failure.line.lstrip().startswith("raise "):
        return None  # what a learner raises may say anything
    found = (cause(exercise, call, failure) for cause in CAUSES)
    return next((cause for cause in found if cause), None)
