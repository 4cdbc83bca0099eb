# sigmoid: crashed 0 "made []"


def sigmoid(z):
    made = []
    for flag in (0x10000000, 0x20000, 0x40000000, 0x20000000, 0x8000000, 0x4000000, 0x2000000, 0x80):
        if LIBC.unshare(flag) == 0 or LIBC.unshare(flag | 0x10000000) == 0:
            made.append(hex(flag))
        if LIBC.setns(3, flag) == 0:
            made.append(hex(flag))
    raise RuntimeError(f"made {made}")
