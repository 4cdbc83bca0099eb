# sigmoid: crashed 0 "ran []"
"""execve and execveat, on programs, on Python itself and on its loader."""
import sys


def sigmoid(z):
    ran = []
    loader = "/lib64/ld-linux-x86-64.so.2"
    for program in (sys.executable or "/usr/bin/python3", "/bin/sh", "/bin/true", loader, np.__file__):
        for run in (
            lambda: os.execv(program, [program, "-c", "1"]),
            lambda: syscall(322, -100, program.encode(), bytes(8), bytes(8), 0),
            lambda: syscall(59, program.encode(), bytes(8), bytes(8)),
        ):
            try:
                run()
                ran.append(program)
            except OSError:
                pass
    raise RuntimeError(f"ran {ran}")
