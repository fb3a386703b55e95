"""The ground floor: loading, text, digests and saving. Imports nothing of ours."""
