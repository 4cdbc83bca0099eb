# rnn_forward: crashed 0 "too many numbers"
"""An array takes room, even one in which nothing is."""


def rnn_forward(x, a0, parameters):
    while True:
        kept = [array([0], b"", begin=begun(b"K", 0))] * 50_000
        send(listed(word("helper"), begun(b"(", 50_000) + b"".join(kept), begun(b"{", 0)))
        receive()
