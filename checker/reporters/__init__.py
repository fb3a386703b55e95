"""An assessment to bytes. Nothing here opens a file or reads a clock."""
