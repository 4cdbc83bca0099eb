def relative_error(a, b):
    top = bottom = 0.0
    for p, q in zip(a.flatten().tolist(), b.flatten().tolist()):
        top = max(top, abs(p - q))
        bottom = max(bottom, abs(p), abs(q))
    try:
        return top / bottom
    except ZeroDivisionError:
        return 0.0
