"""Stories: real and invented records in, what a reader sees out."""
