"""`python -m checker`, and the command `checker`."""

from __future__ import annotations

import sys

_STOPPED = 130


def main() -> None:
    """Run the command; an interrupt while its parts are still being loaded ends it quietly too."""
    try:
        from checker.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(_STOPPED)


if __name__ == "__main__":
    main()
