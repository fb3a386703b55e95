"""Web pages to numbered paragraphs; nothing is fetched and nothing is run."""

from __future__ import annotations

from checker.readers.html.reading import read_html as read_html
