"""Exit codes: a contract with other programs (design 7)."""

OPEN, REFUSED, MISUSED, MACHINE, BROKEN, BUG, STOPPED = 1, 2, 3, 4, 5, 70, 130
