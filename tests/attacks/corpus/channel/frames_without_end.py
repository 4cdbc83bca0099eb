# sigmoid: crashed 0 "no answer"
# softmax: crashed 0 "no answer"


def sigmoid(z):
    while True:
        send(listed(word("helper"), begun(b"(", 0), begun(b"{", 0)))


def softmax(z):
    while True:
        send(listed(word("hello"), word(1), word(2)))
