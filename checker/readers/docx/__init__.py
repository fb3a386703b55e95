"""Word files to numbered paragraphs.

`read_docx` is the entry. A Word file is a zip of XML parts from anybody: it is refused whole where
its zip or its XML is not what Word writes (`package`, `xml`), and its numbers, which Word counts
and does not store, are counted again (`numbering`).

`Paragraph.origin`: "p:137" is the 138th `w:p` of document.xml in document order, counted from 0 over
all of them; "fn:3" and "en:3" are the footnote and endnote of that id.
"""

from __future__ import annotations

from checker.readers.docx.read import MAX_BYTES, MAX_PARTS, read_docx

__all__ = ["MAX_BYTES", "MAX_PARTS", "read_docx"]
