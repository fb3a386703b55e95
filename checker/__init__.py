"""Puts every claim in a council report beside the evidence offered for it, and says what is missing."""

__version__ = "0.1.0"
