# sigmoid: crashed 0 "changed []"
"""Every way to change a file or folder, tried on the program's own files and the canaries."""


def sigmoid(z):
    there = ["/course/grader/judging.py", "/course/seccomp", np.__file__, CANARY + "/gradebook.db"]
    ways = {
        "append": lambda path: open(path, "a").close(),
        "truncate": lambda path: os.truncate(path, 0),
        "chmod": lambda path: os.chmod(path, 0o777),
        "chown": lambda path: os.chown(path, 0, 0),
        "utime": lambda path: os.utime(path, (1, 1)),
        "unlink": os.unlink,
        "rename": lambda path: os.rename(path, path + "x"),
        "link": lambda path: os.link(path, path + "x"),
        "symlink": lambda path: os.symlink("/etc", path + "x"),
        "mkdir": lambda path: os.mkdir(path + "x"),
        "mkfifo": lambda path: os.mkfifo(path + "x"),
        "mknod": lambda path: os.mknod(path + "x"),
        "setxattr": lambda path: os.setxattr(path, "user.x", b"x"),
        "unnamed": lambda path: os.open(os.path.dirname(path), os.O_TMPFILE | os.O_RDWR),
    }
    changed = []
    for path in there:
        for name, change in ways.items():
            try:
                change(path)
                changed.append((name, path))
            except OSError:
                pass
    raise RuntimeError(f"changed {changed}")
