# sigmoid: timeout 0 "endless loop"
# seconds: 0.3


class Forever:
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


def sigmoid(z):
    return Forever
