"""`python -m crmo_desktop`."""

import sys

from crmo_desktop import cli

if __name__ == "__main__":
    sys.exit(cli.main())
