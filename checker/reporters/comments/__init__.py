"""Comments for an author: in the margin of a Word file on the exact words, or as a list."""
