"""Random networks of random sizes, for the tests of the solutions."""

from hypothesis import strategies as st

SIZES = st.fixed_dictionaries(
    {
        "n_x": st.integers(1, 4),
        "n_a": st.integers(1, 4),
        "n_y": st.integers(1, 3),
        "m": st.integers(1, 3),
        "T_x": st.integers(1, 5),
    }
)
SEEDS = st.integers(0, 2**32 - 1)


def rnn_parameters(rng, n_x, n_a, n_y):
    shapes = {
        "Wax": (n_a, n_x),
        "Waa": (n_a, n_a),
        "Wya": (n_y, n_a),
        "ba": (n_a, 1),
        "by": (n_y, 1),
    }
    return {name: rng.normal(0, 0.6, shape) for name, shape in shapes.items()}


def lstm_parameters(rng, n_x, n_a, n_y):
    shapes = {f"W{gate}": (n_a, n_a + n_x) for gate in "fico"}
    shapes |= {f"b{gate}": (n_a, 1) for gate in "fico"}
    shapes |= {"Wy": (n_y, n_a), "by": (n_y, 1)}
    return {name: rng.normal(0, 0.6, shape) for name, shape in shapes.items()}
