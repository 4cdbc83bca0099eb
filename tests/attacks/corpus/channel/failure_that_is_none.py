# sigmoid: crashed 0 "no answer"
"""A status of its own choice, a line number that is no number, and a message too long."""


def sigmoid(z):
    failed = listed(word("correct"), word("x" * 2000), word(""), word(10), word(""))
    send(answers(listed(word("plain"), listed(word(None), failed, listed(), word("")))))
    os._exit(0)
