"""Slips that both sequence functions invite: which input is read, how the steps are put together,
and what is gathered for the backward pass."""

from collections.abc import Mapping
from functools import partial

from solutions.mistakes.mistake import Mistake

CALLED = {"a": "states", "y_pred": "predictions", "y": "predictions", "c": "cell states"}

ARRANGED = (
    ("time-first", "axis", "np.moveaxis({}, 2, 0)", "stand with time first"),
    ("time-second", "axis", "np.moveaxis({}, 2, 1)", "stand with time before the batch"),
    ("batch-first", "transpose", "{}.transpose(1, 0, 2)", "stand with the batch first"),
    (
        "reshaped",
        "shape",
        "np.moveaxis({0}, 2, 0).reshape({0}.shape)",
        "are put in shape by a reshape, which mixes up steps and examples",
    ),
    (
        "side-by-side",
        "shape",
        "np.concatenate([*np.moveaxis({}, 2, 0)], axis=1)",
        "stand side by side in one matrix, without an axis for time",
    ),
    (
        "side-by-side-reshaped",
        "shape",
        "np.moveaxis({0}, 2, 1).reshape({0}.shape)",
        "are joined side by side and then reshaped, which mixes up steps and examples",
    ),
)
"""Ways in which a list of T_x matrices becomes another array than the right one."""


def arranged(of: str, returned: str, last: Mapping[str, str], reread: str) -> tuple[Mistake, ...]:
    """Make the mistakes of putting the steps together.

    Parameters
    ----------
    of : str
        The exercise.
    returned : str
        Its last line.
    last : dict
        Output -> the name of what the last step added to it.
    reread : str
        The section that tells the shapes.
    """

    def returning(output: str, other: str) -> str:
        before, _, after = returned.partition(f"{output}, ")
        return f"{before}{other}, {after}"

    mistake = partial(Mistake, of=of, old=returned, reread=reread)
    return (
        *(
            mistake(
                f"{output}-{id}",
                family=family,
                new=returning(output, new.format(output)),
                title=f"the {CALLED[output]} {title}",
                hints=(
                    f"Which axis of {output} counts the steps, and which the examples?",
                    f"Look at how the {CALLED[output]} of the single steps become one array.",
                    f"Features first, batch second, time last: step t is the slice t of {output} "
                    "on its last axis.",
                ),
                spoils=(output,),
            )
            for id, family, new, title in ARRANGED
            for output in last
        ),
        *(
            mistake(
                f"{output}-of-the-last-step-alone",
                family="accumulation",
                new=returning(output, new),
                title=f"of the {CALLED[output]} only the last step is returned",
                hints=(
                    f"How many axes does {output} have, and how many has what you return?",
                    "Look at the names in the last line: one step, or all of them?",
                    f"All T_x steps are returned, side by side along the last axis of {output}.",
                ),
                spoils=(output,),
            )
            for output, new in last.items()
        ),
        *(
            mistake(
                f"{output}-of-the-last-step-everywhere",
                family="aliasing",
                new=returning(output, f"np.stack([{new}] * T_x, axis=2)"),
                title=f"the {CALLED[output]} of all steps are those of the last step",
                hints=(
                    "How many different arrays did you put together, or one array many times?",
                    "Look at whether a step makes a new array or fills the old one anew.",
                    f"Slice t of {output} keeps what step t gave, whatever comes later.",
                ),
                spoils=(output,),
            )
            for output, new in last.items()
        ),
    )


def read(of: str, reread: str, spoils: tuple[str, ...]) -> tuple[Mistake, ...]:
    """Make the mistakes of reading another input than that of the step."""
    return tuple(
        Mistake(
            id,
            of=of,
            family=family,
            old="x[:, :, t]",
            new=new,
            title=title,
            hints=(
                "Which input does the first turn of your loop read, and which the last?",
                "Look at the first argument of the cell.",
                "Step t reads x⟨t⟩, the slice of x at the loop's own index.",
            ),
            reread=reread,
            spoils=spoils,
        )
        for id, family, new, title in (
            (
                "last-input-at-every-step",
                "index",
                "x[:, :, -1]",
                "the cell reads the last input at every step",
            ),
            (
                "inputs-backwards",
                "order",
                "x[:, :, T_x - 1 - t]",
                "the inputs are read from the last to the first",
            ),
            (
                "inputs-reshaped",
                "shape",
                "x.reshape(T_x, -1, m)[t]",
                "x is reshaped to have time first, which mixes up inputs and steps",
            ),
        )
    )


def gathered(of: str, reread: str) -> tuple[Mistake, ...]:
    """Make the mistakes of gathering the caches, and what stands beside their list."""
    gather = partial(
        Mistake,
        of=of,
        family="cache contract",
        old="steps.append(cache)",
        reread=reread,
        spoils=("caches",),
    )
    return (
        gather(
            "caches-of-nothing",
            new="steps.append(None)",
            title="the list has the right length but holds no caches",
            hints=(
                "What does the first entry of your list hold?",
                "Look at what goes into the list at every step.",
                "In every turn of the loop, the cell's cache goes to the end of the list.",
            ),
        ),
        gather(
            "caches-wrapped",
            new="steps.append([cache])",
            title="every cache is packed into a list of its own",
            hints=(
                "How deep do you have to reach for the cache of the first step?",
                "Look at the brackets around what goes into the list.",
                "The list has T_x entries, and each of them is a cache itself.",
            ),
        ),
        gather(
            "states-for-caches",
            new="steps.append(a_next)",
            title="the list holds the states instead of the caches",
            hints=(
                "What does the first entry of your list hold, one array or a whole cache?",
                "Look at what goes into the list at every step.",
                "In every turn of the loop, the cell's cache goes to the end of the list.",
            ),
        ),
        gather(
            "x-at-the-end-of-the-list",
            old="(steps, x)",
            new="[*steps, x]",
            title="x is put at the end of the list of caches",
            hints=(
                "How many things does the tuple of caches hold?",
                "Look at how x joins the list: into it, or beside it?",
                "A tuple of two: the list of the cell's caches, and x.",
            ),
        ),
        gather(
            "last-cache-beside-x",
            old="(steps, x)",
            new="(cache, x)",
            title="the last cache stands beside x where the list belongs",
            hints=(
                "How many caches should there be at the end?",
                "Look at the first of the two names in the tuple of caches.",
                "A tuple of two: the list of all the cell's caches, and x.",
            ),
        ),
        gather(
            "states-beside-the-caches",
            old="(steps, x)",
            new="(steps, a)",
            title="the states stand beside the list of caches where x belongs",
            hints=(
                "What will the backward pass take the second entry for?",
                "Look at the second of the two names in the tuple of caches.",
                "A tuple of two: the list of the cell's caches, and x.",
            ),
        ),
        gather(
            "x-with-time-first-in-caches",
            family="axis",
            old="(steps, x)",
            new="(steps, np.moveaxis(x, 2, 0))",
            title="x is kept beside the caches with its axes moved",
            hints=(
                "Is the x in your caches the one that came in?",
                "Look for a line before the loop that gives x another order of axes.",
                "The x beside the list has shape (n_x, m, T_x), as it came in.",
            ),
        ),
    )
