# expect: timeout, numerical_gradient
def numerical_gradient(f, x):
    while True:
        try:
            while True:
                f(x)
        except:
            pass
