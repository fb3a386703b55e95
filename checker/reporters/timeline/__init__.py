"""One topic over time, across documents: what was claimed, what was shown, what was promised."""
