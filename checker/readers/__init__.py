"""Published files to numbered paragraphs. Plain text for now."""
