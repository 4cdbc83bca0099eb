# expect: timeout, numerical_gradient
def numerical_gradient(f, x):
    while True:
        try:
            return f(x)[0]
        except Exception:
            pass
