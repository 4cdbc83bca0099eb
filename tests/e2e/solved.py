"""Answers to the first exercise of notebook 01, right and wrong in every way that has a card."""

CELL = """\
def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    ba, by = parameters["ba"], parameters["by"]
    a_next = np.tanh(Wax @ xt + Waa @ a_prev + ba)
    yt_pred = softmax(Wya @ a_next + by)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
"""
OVER_BATCH = CELL.replace("softmax(Wya @ a_next + by)", "softmax((Wya @ a_next + by).T).T")
RAISES = CELL.replace("Wax @ xt", "Wax @ xt.T")
ENDLESS = "def rnn_cell_forward(xt, a_prev, parameters):\n    while True:\n        pass\n"
STATES = {
    "missing": "# nothing yet",
    "not-started": "def rnn_cell_forward(xt, a_prev, parameters):\n    ...  # YOUR CODE HERE\n",
    "mistake": OVER_BATCH,
    "wrong": CELL.replace("np.tanh(", "0.7 * np.tanh("),
    "too-few": CELL.replace(", (a_next, a_prev, xt, parameters)", ""),
    "crashed": RAISES,
    "endless": ENDLESS,
    "broken": CELL.replace("a_next = ", "a_next := "),
    "noted": CELL.replace("    Wax,", "    np.log(0.0)\n    Wax,", 1),
    "right": CELL,
}
STUDY = {
    "missing": {"reveal-early": 'reveal("rnn_cell_forward")', "progress-start": "progress()"},
    "not-started": {"hint-start": 'hint("rnn_cell_forward")'},
    "mistake": {f"hint-{n}": 'hint("rnn_cell_forward")' for n in (1, 2, 3)},
    "crashed": {"hint-crashed": 'hint("rnn_cell_forward")'},
    "right": {
        "hint-right": 'hint("rnn_cell_forward")',
        "hint-unknown": 'hint("rnn_cel_forward")',
        "reveal": 'reveal("rnn_cell_forward")',
        "progress": "progress()",
    },
}
"""What whoever studies alone asks for when the check of an answer has run."""
CARDS = [*STATES, *(name for asked in STUDY.values() for name in asked)]
