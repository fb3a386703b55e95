"""What an author reads of a private look at a draft."""
