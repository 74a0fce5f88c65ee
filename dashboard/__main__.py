"""`python -m dashboard` and the console script `maltavlan`."""

import sys

from dashboard.cli import main


def run() -> None:
    """Runs the command that stands on the command line and leaves with its exit code."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
