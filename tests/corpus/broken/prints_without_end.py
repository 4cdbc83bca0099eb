# expect: timeout, softmax
def softmax(z):
    while True:
        print("softmax of", z)
