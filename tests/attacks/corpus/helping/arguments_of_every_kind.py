# rnn_forward: crashed 0 "33 refused"
"""None of them is an answer, and none of them stops the grader."""
SAID = []


def rnn_forward(x, a0, parameters):
    from grader.sandbox.asking import RightCell
    from grader.sandbox.guest import Channel

    if SAID:
        raise RuntimeError(SAID[0])
    ask = RightCell("rnn_cell_forward", Channel())
    xt = x[:, :, 0]
    odd = [None, "x", [], {}, [[["x"]]], object(), xt.astype(str), [xt[0], xt], xt[0], xt[None, 0]]
    odd += [{"Wax": None}, {"Wax": {}}, [xt, None], np.ones((1,) * 8), 2**80, -1]
    refused = 0
    for thing in odd:
        for args in ((thing, a0, parameters), (xt, a0, thing)):
            try:
                ask(*args)
            except Exception:
                refused += 1
    try:
        ask(xt, a0, parameters=parameters, extra=1)
    except TypeError:
        refused += 1
    SAID.append(f"{refused} refused")
    raise RuntimeError(SAID[0])
