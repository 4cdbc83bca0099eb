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
    "noted": "factor = 1.0\n" + CELL.replace("np.tanh(", "factor * np.tanh("),
    "right": CELL,
}
