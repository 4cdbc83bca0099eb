# rnn_forward: crashed 0 "no answer"


def rnn_forward(x, a0, parameters):
    send(listed(word("helper"), word(1)))
    return receive()
