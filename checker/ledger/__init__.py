"""The ledger of later facts: kept as one file, only ever added to."""
