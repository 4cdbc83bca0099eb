"""What `rnn_backward` and `lstm_backward` share, so that a slip in both is written once."""

from collections.abc import Callable
from dataclasses import dataclass

from solutions.mistakes.mistake import Mistake

DA = "da[:, :, t] + da_prevt"
CARRIED_A = '        da_prevt = gradients["da_prev"]\n'
DA_START = "    da_prevt = np.zeros((n_a, m))\n"
TURNS = "in reversed(range(T_x))"


@dataclass(frozen=True)
class Network:
    """A sequence function of lesson 02 or 04, and the words in which its mistakes are told.

    Attributes
    ----------
    of, cell : str
        Names of the function and of its cell function.
    old_state : int
        Place of a⟨t-1⟩ in the cell's cache.
    matrices, biases : tuple of str
        The outputs that are summed over time.
    at_first : tuple of str
        Those of them to which the first step contributes: c⟨0⟩ = 0 shuts out the forget gate.
    read_state : tuple of str
        Those of them that are made with a⟨t-1⟩.
    words : dict
        For titles and hints, by name.
    sections : dict
        Where to reread about paths, names, time, and what is left.
    """

    of: str
    cell: str
    old_state: int
    matrices: tuple[str, ...]
    biases: tuple[str, ...]
    at_first: tuple[str, ...]
    read_state: tuple[str, ...]
    words: dict[str, str]
    sections: dict[str, str]

    def say(self, text: str) -> str:
        return text.format(**self.words)

    @property
    def sums(self) -> tuple[str, ...]:
        return (*self.matrices, *self.biases)

    def call(self, da: str = DA, cache: str = "steps[t]", dc: str = "dc_prevt") -> str:
        """Give a call of the cell function; dc is for the LSTM alone."""
        return (
            f"{self.cell}({da}, {dc}, {cache})" if self is LSTM else f"{self.cell}({da}, {cache})"
        )

    def with_old_state(self, state: str) -> str:
        """Give a call of the cell function with another a⟨t-1⟩ in its cache."""
        place = self.old_state
        return self.call(cache=f"(*steps[t][:{place}], {state}, *steps[t][{place + 1}:])")

    def started(self, names: tuple[str, ...], value: str) -> str:
        """Give the line that starts some sums with a value, which may depend on `name`."""
        each = f"{value} for name in {names}"
        if self is LSTM:
            return f"    sums |= {{name: {each}}}\n"
        return f"    {', '.join(names)}, = ({each})\n"

    @property
    def growing(self) -> str:
        """Give the lines in which the sums grow."""
        if self is LSTM:
            return "            sums[name] += gradients[name]\n"
        return "".join(f'        {name} += gradients["{name}"]\n' for name in self.sums)

    def grown(self, names: tuple[str, ...], value: str) -> str:
        """Give the lines in which some sums take a value, made of {total} and {step}, instead."""
        if self is LSTM:
            words = {"total": "sums[name]", "step": "gradients[name]"}
            other = f"{value} if name in {names} else {{total}} + {{step}}".format(**words)
            return f"            sums[name] = {other}\n"
        lines = self.growing
        for name in names:
            grows = f'{name} += gradients["{name}"]'
            other = value.format(total=name, step=f'gradients["{name}"]')
            lines = lines.replace(grows, f"{name} = {other}")
        return lines


RNN = Network(
    "rnn_backward",
    "rnn_cell_backward",
    old_state=1,
    matrices=("dWax", "dWaa"),
    biases=("dba",),
    at_first=("dWax", "dWaa", "dba"),
    read_state=("dWaa",),
    words={
        "cell": "rnn_cell_backward",
        "kind": "future",
        "state": "",
        "keys": "The keys of the sequence are dx, da0, dWax, dWaa and dba.",
    },
    sections={
        "paths": "02 · One hidden state, two readers",
        "names": "02 · Three names that look alike",
        "time": "02 · Through time",
        "left": "02 · Through time",
    },
)
LSTM = Network(
    "lstm_backward",
    "lstm_cell_backward",
    old_state=2,
    matrices=("dWf", "dWi", "dWc", "dWo"),
    biases=("dbf", "dbi", "dbc", "dbo"),
    at_first=("dWi", "dWc", "dWo", "dbi", "dbc", "dbo"),
    read_state=("dWf", "dWi", "dWc", "dWo"),
    words={
        "cell": "lstm_cell_backward",
        "kind": "hidden",
        "state": " of the hidden state",
        "keys": "The keys of the sequence are dx, da0, and dW and db with the letters f, i, c, o.",
    },
    sections={
        "paths": "04 · Two gradients carried back",
        "names": "04 · Two gradients carried back",
        "time": "04 · Through time",
        "left": "04 · What is summed, and what is left",
    },
)

Written = Callable[[Network], str]
Names = Callable[[Network], tuple[str, ...]]


def matrices(network: Network) -> tuple[str, ...]:
    return network.matrices


def biases(network: Network) -> tuple[str, ...]:
    return network.biases


def sums(network: Network) -> tuple[str, ...]:
    return network.sums


def every_output(network: Network) -> tuple[str, ...]:
    return ("dx", "da0", *network.sums)


def both(
    id: str,
    *,
    family: str,
    old: str | Written,
    new: str | Written,
    title: str,
    hints: tuple[str, str, str],
    reread: str,
    spoils: tuple[str, ...] | Names = every_output,
) -> tuple[Mistake, ...]:
    """Make a mistake in both functions.

    Parameters
    ----------
    id, title, hints
        May name a network's words, such as {cell}.
    old, new
        The edit, or what gives it for a network.
    reread : str
        "paths", "names", "time" or "left".
    spoils
        Outputs, or what gives them for a network.
    """
    question, look, formula = hints
    return tuple(
        Mistake(
            network.say(id),
            network.of,
            family,
            old if isinstance(old, str) else old(network),
            new if isinstance(new, str) else new(network),
            network.say(title),
            (network.say(question), network.say(look), network.say(formula)),
            network.sections[reread],
            spoils if isinstance(spoils, tuple) else spoils(network),
        )
        for network in (RNN, LSTM)
    )
