"""Wrong predictions of a whole sequence, made for all steps at once from the right states."""

from functools import partial

from solutions.mistakes.mistake import Mistake


def at_once(of: str, output: str, weights: str, returned: str, reread: str) -> tuple[Mistake, ...]:
    """Make the mistakes of one sequence function.

    Parameters
    ----------
    of : str
        The exercise.
    output : str
        Its predictions.
    weights : str
        Key of the weights that read the hidden state.
    returned : str
        Its last line.
    reread : str
        The section that explains it.
    """
    scores = (
        f'scores = np.tensordot(parameters["{weights}"], {{}}, 1) + parameters["by"][:, :, None]'
    )
    before = "np.concatenate((a0[:, :, None], a[:, :, :-1]), axis=2)"
    mistake = partial(Mistake, of=of, old=returned, reread=reread, spoils=(output,))
    columns = (
        f"Each column of each step is a softmax of its own: {output} adds up to 1 over axis 0."
    )
    return (
        *(
            mistake(
                f"softmax-over-{name}",
                family="axis",
                new=f"{scores.format('a')}\n    {output} = {curve}\n    {returned}",
                title=f"softmax is taken over {called}",
                hints=(
                    "Who competes in a softmax: the classes, the examples or the steps?",
                    f"Look at the axis along which {output} adds up to 1.",
                    columns,
                ),
            )
            for name, called, curve in (
                ("time", "the steps instead of the classes", "softmax(scores.T).T"),
                (
                    "batch",
                    "the batch axis",
                    "softmax(scores.transpose(1, 0, 2)).transpose(1, 0, 2)",
                ),
            )
        ),
        mistake(
            "softmax-forgotten",
            family="activation",
            new=f"{scores.format('a')}\n    {output} = scores\n    {returned}",
            title="the predictions are the bare scores, without softmax",
            hints=(
                "Are all numbers of your predictions between 0 and 1?",
                "Look at what still has to happen to the scores.",
                columns,
            ),
        ),
        mistake(
            "by-missing",
            family="term",
            new=f"{scores.format('a').rpartition(' + ')[0]}\n    {output} = softmax(scores)\n"
            f"    {returned}",
            title="the bias of the predictions is missing, or the same for every class",
            hints=(
                "Which parameters make the predictions?",
                f"Look at the scores from which {output} is made.",
                f"The scores of a step are {weights} a⟨t⟩ + by.",
            ),
        ),
        mistake(
            "predictions-from-the-old-states",
            family="wrong state",
            new=f"{scores.format(before)}\n    {output} = softmax(scores)\n    {returned}",
            title="each prediction is made from the state before its step",
            hints=(
                "Does the first prediction know of the first input?",
                "Look at the state that the scores of a step are made from.",
                f"ŷ⟨t⟩ is softmax of {weights} a⟨t⟩ + by, with the new state.",
            ),
        ),
    )
