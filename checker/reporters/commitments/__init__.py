"""The ledger of promises: what was promised, asked for and recommended, and how each stands."""
