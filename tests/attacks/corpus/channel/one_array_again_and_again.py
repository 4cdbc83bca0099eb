# sigmoid: crashed 0 "too many numbers"
"""Five bytes for eight thousand: whoever compared them would have half a billion to compare."""


def sigmoid(z):
    kept = array([1000], bytes(8000), begin=begun(b"K", 0))
    send(answers(answer("plain", listed(kept, *[begun(b"=", 0)] * 50_000))))
    os._exit(0)
