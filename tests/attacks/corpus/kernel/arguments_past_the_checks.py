# sigmoid: crashed 0 "worked []"
"""Of some calls one argument is looked at: all values but the few allowed ones are refused."""
import fcntl


def sigmoid(z):
    worked = []
    for request in (0x5412, 0x5413, 0x540E, 0x5423, 0x8901, 0x541B, 0x5421, 0x6601, 0x5480):
        for high in (0, 1 << 32):
            try:
                syscall(16, 3, request + high, bytes(64))
                worked.append(hex(request))
            except OSError:
                pass
    for command in set(range(1100)) - {0, 1, 2, 3, 1030}:
        try:
            syscall(72, 3, command, 0)
            worked.append(command)
        except OSError:
            pass
    for limit in range(16):
        try:
            syscall(302, 0, limit, struct.pack("<QQ", 1 << 20, 1 << 20), None)
            worked.append(("limit", limit))
        except OSError:
            pass
    raise RuntimeError(f"worked {worked}")
