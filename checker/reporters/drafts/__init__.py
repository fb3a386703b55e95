"""Candidates found in a document: for a person, and as JSON."""
