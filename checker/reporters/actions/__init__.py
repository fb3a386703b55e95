"""After a meeting: what was to be done, by whom, by when; and what the next meeting takes up."""
