"""What `grader` runs first: it loads the rest, which takes a moment, in which Ctrl-C may come."""

import sys

try:
    from grader.cli import main
except KeyboardInterrupt:
    print("Stopped.", file=sys.stderr)
    sys.exit(130)

if __name__ == "__main__":
    sys.exit(main())
