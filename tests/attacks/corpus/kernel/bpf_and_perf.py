# sigmoid: crashed 0 "opened []"
# often


def sigmoid(z):
    opened = []
    for name, number, args in (
        ("bpf", 321, (0, bytes(128), 128)),
        ("bpf program", 321, (5, bytes(128), 128)),
        ("perf", 298, (bytes(128), 0, -1, -1, 0)),
        ("userfaultfd", 323, (1,)),
        ("userfaultfd of the kernel", 323, (0,)),
        ("lookup_dcookie", 212, (0, bytes(8), 8)),
        ("modify_ldt", 154, (0, bytes(16), 16)),
        ("vmsplice", 278, (3, bytes(16), 1, 0)),
        ("splice", 275, (0, 0, 3, 0, 1, 0)),
        ("sendfile", 40, (3, 0, 0, 1)),
        ("memfd_secret", 447, (0,)),
        ("landlock", 444, (0, 0, 1)),
        ("seccomp", 317, (0, 0, 0)),
    ):
        try:
            syscall(number, *args)
            opened.append(name)
        except OSError as error:
            if error.errno != 38:
                opened.append(f"{name}: {error}")
    raise RuntimeError(f"opened {opened}")
