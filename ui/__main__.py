"""`python -m ui [FILE]`: the windows of Facilitator."""

from __future__ import annotations

import sys

from ui.application import main

if __name__ == "__main__":
    sys.exit(main())
