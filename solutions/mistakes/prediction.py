"""Wrong predictions that both kinds of cell can make: what is done with the right scores."""

from functools import partial

from solutions.mistakes.mistake import Mistake

SHARE = "Every column of ŷ⟨t⟩ holds e to the power of each score, divided by the column's own sum."


def from_scores(of: str, scores: str, called: str, reread: str) -> tuple[Mistake, ...]:
    """Make the mistakes of one cell.

    Parameters
    ----------
    of : str
        The exercise.
    scores : str
        How its solution writes the scores, the bias last.
    called : str
        How a hint writes them, such as "Wya a⟨t⟩ + by".
    reread : str
        The section that explains the prediction.
    """
    whole = f"yt_pred = softmax({scores})"
    mistake = partial(Mistake, of=of, old=whole, reread=reread, spoils=("yt_pred",))
    once = f"ŷ⟨t⟩ = softmax of the scores {called}, and nothing else happens to them."
    return (
        mistake(
            "prediction-is-a-choice",
            family="activation",
            new=f"scores = {scores}\n    yt_pred = (scores == scores.max(axis=0)).astype(float)",
            title="the prediction is the winning class alone, a 1 among zeros",
            hints=(
                "How sure is your network of its answer, and can your prediction say so?",
                "Look at what happens after softmax, or instead of it.",
                "ŷ⟨t⟩ holds the probabilities of all classes; nobody chooses one yet.",
            ),
        ),
        mistake(
            "prediction-is-a-class-number",
            family="shape",
            new=f"yt_pred = np.argmax({scores}, axis=0)",
            title="the prediction is the number of the winning class",
            hints=(
                "How many numbers does a prediction hold for one example?",
                "Look at the shape of your prediction: is there a row for every class?",
                "ŷ⟨t⟩ has shape (n_y, m), one probability for each class and example.",
            ),
        ),
        mistake(
            "log-probabilities",
            family="activation",
            new=f"yt_pred = np.log(softmax({scores}))",
            title="the prediction holds the logarithms of the probabilities",
            hints=(
                "Can a probability be negative?",
                "Look at what happens after softmax.",
                "The logarithm belongs to the loss; ŷ⟨t⟩ is softmax itself.",
            ),
        ),
        mistake(
            "exponentials-not-divided",
            family="scaling",
            new=f"yt_pred = np.exp({scores})",
            title="the prediction holds exponentials that are not divided by their sum",
            hints=(
                "Does a column of your prediction add up to 1?",
                "Look at what follows after the exponentials.",
                SHARE,
            ),
        ),
        mistake(
            "divided-without-exponentials",
            family="activation",
            new=f"scores = {scores}\n    yt_pred = scores / scores.sum(axis=0)",
            title="the scores are divided by their sum without exponentials",
            hints=(
                "Are all numbers of your prediction positive?",
                "Look at what is divided by what: scores, or exponentials of scores?",
                SHARE,
            ),
        ),
        mistake(
            "softmax-of-exponentials",
            family="activation",
            new=f"yt_pred = softmax(np.exp({scores}))",
            title="the exponential is taken before softmax takes it",
            hints=(
                "What does softmax expect, scores or their exponentials?",
                "Look at everything that happens between the scores and the prediction.",
                once,
            ),
        ),
        mistake(
            "tanh-before-softmax",
            family="activation",
            new=f"yt_pred = softmax(np.tanh({scores}))",
            title="the scores go through tanh before softmax",
            hints=(
                "How large can a score be that has gone through tanh?",
                "Look at everything that happens between the scores and the prediction.",
                once,
            ),
        ),
        mistake(
            "tanh-for-softmax",
            family="activation",
            new=f"yt_pred = np.tanh({scores})",
            title="tanh is used where softmax belongs",
            hints=(
                "Does a column of your prediction add up to 1, and is nothing in it negative?",
                "Look at the function around the scores.",
                SHARE,
            ),
        ),
        mistake(
            "scores-negated",
            family="sign",
            new=f"yt_pred = softmax(-({scores}))",
            title="the exponent has a minus: the lowest score gets the highest probability",
            hints=(
                "Which class should get the most, the one with the highest score or the lowest?",
                "Look at the sign of the exponent in softmax: it is not that of the sigmoid.",
                SHARE,
            ),
        ),
        mistake(
            "scores-divided-by-a-root",
            family="scaling",
            new=f"yt_pred = softmax(({scores}) / len(a_next) ** 0.5)",
            title="the scores are divided by the square root of the number of units",
            hints=(
                "What happens to the scores before softmax takes them?",
                "Look for a division or a temperature: attention has one, this network has none.",
                once,
            ),
        ),
        mistake(
            "by-subtracted",
            family="sign",
            new=" - ".join(whole.rsplit(" + ", 1)),
            title="the bias of the prediction is subtracted",
            hints=(
                "With which sign does the bias enter the scores?",
                "Look at the sign in front of by.",
                f"The scores are {called}.",
            ),
        ),
    )
