"""The zip and the XML of a Word file from anybody: rows of the catalogue of bad inputs (reliability 3.2)."""

from __future__ import annotations

import io
import re
import socket
import stat
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.faults import Fault, Refused
from checker.readers.docx import read_docx
from tests.readers.docx_making import NAMESPACES, abstract, contents, document, level, num, p, zipped

SENTENCE = "The council will review the leisure centre before the summer."
MB = 1_000_000


def fault(raw: bytes, **bounds: int) -> Fault:
    """Return the one fault for which a file is refused."""
    with pytest.raises(Refused) as refused:
        read_docx(raw, "report.docx", **bounds)
    assert 1 == len(refused.value.faults)
    assert "report.docx" == refused.value.faults[0].path
    assert refused.value.faults[0].todo, "a refusal says what to do"
    return refused.value.faults[0]


def with_part(name: str, data: bytes, before: bool = False) -> bytes:
    """Return a good Word file with one more part, or another in place of one."""
    entries = contents(p(SENTENCE))
    return zipped({name: data} | entries if before else entries | {name: data})


def test_s01_an_empty_file() -> None:
    """A file of no bytes is refused as empty, not read as a report without words."""
    assert "EMPTY-FILE" == fault(b"").code


def test_s31_a_document_that_unpacks_past_the_limit() -> None:
    """A bomb in the text is refused at the limit, which the message names."""
    found = fault(with_part("word/document.xml", b" " * 210 * MB))
    assert "TOO-BIG" == found.code
    assert "200 MB" in found.what


def test_s32_a_bomb_in_a_part_that_is_not_needed() -> None:
    """A part that nobody reads counts as well."""
    assert "TOO-BIG" == fault(with_part("word/media/image1.png", bytes(3 * MB)), max_bytes=2 * MB).code


def test_s32_many_parts_under_the_limit_together_over_it() -> None:
    """The limit is for all parts together."""
    entries = contents(p(SENTENCE)) | {f"word/media/{i}.png": bytes(MB // 2) for i in range(5)}
    assert "TOO-BIG" == fault(zipped(entries), max_bytes=2 * MB).code


def test_s33_a_bomb_that_declares_four_kilobytes() -> None:
    """What a part says of its own size is not believed, and little is held before the refusal."""
    raw = declaring(with_part("word/document.xml", b" " * 60 * MB), "word/document.xml", 4096)
    tracemalloc.start()
    code = fault(raw).code
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code in {"TOO-BIG", "DAMAGED"}
    assert held < 20 * MB


def test_s34_too_many_parts() -> None:
    """A file of 20,003 parts is refused with the count and the limit."""
    entries = contents(p(SENTENCE)) | {f"customXml/{i}.bin": b"" for i in range(20_003 - 4)}
    found = fault(zipped(entries))
    assert "TOO-MANY" == found.code
    assert "20,003" in found.what
    assert "5,000" in found.what


def test_s34_the_limit_itself_is_allowed() -> None:
    """As many parts as the limit are read."""
    entries = contents(p(SENTENCE))
    assert read_docx(zipped(entries), "report.docx", max_parts=len(entries)).paragraphs
    assert "TOO-MANY" == fault(zipped(entries), max_parts=len(entries) - 1).code


def test_s35_entries_that_share_one_block() -> None:
    """Two hundred entries over the same bytes are how a small file unpacks to a large one."""
    found = fault(sharing(200))
    assert "DAMAGED" == found.code
    assert "overlap" in found.what


BOMB = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
CALL = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "http://127.0.0.1:{port}/">]>'
OUTSIDE = '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:{port}/word.dtd">'


@pytest.fixture
def canary() -> Iterator[socket.socket]:
    """Listen on a port of this machine for anybody who calls."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        yield listening


def called(canary: socket.socket) -> bool:
    """Tell whether anybody called."""
    try:
        canary.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def test_the_canary_hears_a_call(canary: socket.socket) -> None:
    """The tests below would notice a call out."""
    socket.create_connection(canary.getsockname()).close()
    assert called(canary)


@pytest.mark.parametrize(
    "doctype", [BOMB, FILE, CALL, OUTSIDE], ids=["S36 bomb", "S37 file", "S38 call", "S39 outside"]
)
def test_s36_to_s39_document_types(doctype: str, canary: socket.socket) -> None:
    """A document type in the text is refused before it is parsed: nothing is expanded, read or fetched."""
    doctype = doctype.replace("{port}", str(canary.getsockname()[1]))
    text = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
    assert "DTD" == fault(with_part("word/document.xml", (doctype + text).encode())).code
    assert not called(canary)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["customXml/item1.xml", "word/theme/theme1.xml", "docProps/core", "word/_rels/x.rels"])
def test_s40_a_document_type_in_a_part_nobody_looks_at(name: str, encoding: str) -> None:
    """Every XML part is looked at, in every encoding XML has, whatever it is called."""
    assert "DTD" == fault(with_part(name, ("\n" * 90 + BOMB + "<a/>").encode(encoding))).code


def test_s40_a_document_type_across_two_reads() -> None:
    """A document type is found where it lies over the end of one read and the beginning of the next."""
    for shift in range(12):
        padding = b"<?xml version='1.0'?><!--" + b" " * ((1 << 18) - 38 + shift) + b"-->"
        assert "DTD" == fault(with_part("customXml/item1.xml", padding + BOMB.encode() + b"<a/>")).code


def test_s40_an_encoding_in_which_a_document_type_can_hide() -> None:
    """A part in UTF-7 or UTF-32 is refused: Word writes neither."""
    hidden = b"<?xml version='1.0' encoding='UTF-7'?>+ADw-!DOCTYPE a+AD4-<a/>"
    assert "DAMAGED" == fault(with_part("word/document.xml", hidden)).code
    assert "DAMAGED" == fault(with_part("word/document.xml", "<a/>".encode("utf-32"))).code


def test_s41_a_picture_on_the_web(canary: socket.socket) -> None:
    """A picture that is a link is not fetched; the words are read."""
    port = canary.getsockname()[1]
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        f'TargetMode="External" Target="http://127.0.0.1:{port}/crest.png"/></Relationships>'
    )
    assert SENTENCE == only(with_part("word/_rels/document.xml.rels", relations.encode()))
    assert not called(canary)


@pytest.mark.parametrize("target", ["http://127.0.0.1:{port}/t.dotm", "file:///\\\\server\\share\\t.dotm"])
def test_s42_a_template_on_another_machine(target: str, canary: socket.socket) -> None:
    """A template elsewhere is not fetched, and the reader is told of it."""
    raw = with_part("word/_rels/settings.xml.rels", template(target.replace("{port}", str(canary.getsockname()[1]))))
    assert ["REMOTE"] == [told.code for told in read_docx(raw, "report.docx").told]
    assert not called(canary)


def test_s42_a_template_on_the_writers_own_disk() -> None:
    """A template on the disk of whoever wrote the report is nothing to tell."""
    raw = with_part("word/_rels/settings.xml.rels", template("file:///C:\\Templates\\Report.dotm"))
    assert () == read_docx(raw, "report.docx").told


def test_s43_macros() -> None:
    """Macros under a .docx name are reported and not run."""
    found = read_docx(with_part("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"), "report.docx")
    assert ["MACROS"] == [told.code for told in found.told]
    assert "not run" in found.told[0].what


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil", "word/../../evil", "C:/evil.xml", "..\\evil.xml"])
def test_s44_a_part_that_leaves_the_archive(name: str) -> None:
    """A part whose name leads out of the archive is refused."""
    assert "PART-NAME" == fault(with_part(name, b"x")).code


def test_s45_a_part_that_is_a_link() -> None:
    """A part that is a link to a file is refused."""
    link = zipfile.ZipInfo("word/media/link.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO(document(p(SENTENCE)))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(link, "/etc/hostname")
    found = fault(out.getvalue())
    assert "PART-NAME" == found.code
    assert "link" in found.what


def test_s46_two_parts_of_one_name() -> None:
    """Two parts of one name are refused: programs differ in which they read. Case makes no other name."""
    for name in ("word/document.xml", "word/Document.xml"):
        raw = zipped([*contents(p(SENTENCE)).items(), (name, b"<a/>")])
        assert "DAMAGED" == fault(raw).code


def test_s47_a_zip_without_a_document() -> None:
    """A zip of something else is said to be no Word file."""
    found = fault(zipped({"notes.txt": b"Wexcombe"}))
    assert "NOT-DOCX" == found.code
    assert "word/document.xml" in found.what


def test_s48_one_byte_flipped() -> None:
    """A byte that changed on the way is noticed by the checksum, also in a picture."""
    out = io.BytesIO(document(p(SENTENCE)))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.png", b"PICTURE" * 100)
    raw = bytearray(out.getvalue())
    raw[raw.index(b"PICTURE") + 30] ^= 1
    found = fault(bytes(raw))
    assert "DAMAGED" == found.code
    assert "checksum" in found.what


def test_s48_a_byte_flipped_in_the_text() -> None:
    """A byte that changed in the packed text is noticed wherever it is."""
    good = document(p(SENTENCE))
    at = good.index(b"word/document.xml") + len("word/document.xml")
    for offset in range(20, 200, 30):
        raw = bytearray(good)
        raw[at + offset] ^= 0x10
        assert "DAMAGED" == fault(bytes(raw)).code


def test_s49_cut_in_half() -> None:
    """A download that was cut short is said to be incomplete, with its length."""
    raw = document("".join(p(f"{SENTENCE} {i}") for i in range(500)))
    found = fault(raw[: len(raw) // 2])
    assert "DAMAGED" == found.code
    assert "not complete" in found.what
    assert f"{len(raw) // 2:,}" in found.what


def test_s50_an_old_doc_or_one_with_a_password() -> None:
    """Both are OLE files; the message says what to do about either."""
    found = fault(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    assert "NOT-DOCX" == found.code
    assert "without a password" in found.todo


def test_s56_text_in_utf_16() -> None:
    """XML may be in UTF-16; the words are the same."""
    entries = contents(p(SENTENCE))
    text = entries["word/document.xml"].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert SENTENCE == only(zipped(entries | {"word/document.xml": text.encode("utf-16")}))


def test_s57_a_picture_of_fifty_thousand_by_fifty_thousand() -> None:
    """A picture is counted as bytes and never opened, so its size on the page costs nothing."""
    header = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 50_000, 50_000, 8, 6, 0, 0, 0))
    assert SENTENCE == only(with_part("word/media/image1.png", header + chunk(b"IEND", b"")))


@pytest.mark.parametrize(
    ("raw", "kind"), [(b"%PDF-1.7\n", "PDF"), (b"{\\rtf1 text}", "rich text"), (b"<html><body>Sign in", "web page")]
)
def test_s74_another_kind_under_the_name_of_a_word_file(raw: bytes, kind: str) -> None:
    """The bytes decide what a file is, not its name."""
    found = fault(raw)
    assert "WRONG-KIND" == found.code
    assert kind in found.what


def test_s76_an_opendocument_file() -> None:
    """An OpenDocument text is a zip too, and not this one."""
    found = fault(zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}))
    assert "WRONG-KIND" == found.code
    assert "OpenDocument" in found.what


def test_s77_a_workbook() -> None:
    """A workbook under the name of a Word file is said to be one."""
    found = fault(zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}))
    assert "WRONG-KIND" == found.code
    assert "workbook" in found.what


def test_xml_that_breaks_off() -> None:
    """A part that is no XML to its end is damage, with the place."""
    found = fault(with_part("word/document.xml", contents(p(SENTENCE))["word/document.xml"][:-30]))
    assert "DAMAGED" == found.code
    assert "word/document.xml" in found.what


def test_elements_far_inside_one_another() -> None:
    """Elements nested deeper than any page needs are refused without a crash."""
    nested = "<w:smartTag>" * 100_000 + "</w:smartTag>" * 100_000
    assert "TOO-DEEP" == fault(document(f"<w:p>{nested}</w:p>")).code


def test_a_document_part_of_another_name() -> None:
    """Some programs call the main part otherwise; the relationships say how."""
    entries = contents(p(SENTENCE))
    entries["word/document2.xml"] = entries.pop("word/document.xml")
    entries["_rels/.rels"] = entries["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    assert SENTENCE == only(zipped(entries))


def test_a_strict_open_xml_document() -> None:
    """Word's "Strict Open XML" kind uses other names for the same elements."""
    entries = contents(p(SENTENCE))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    common = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    assert SENTENCE == only(zipped({name: data.replace(common, strict) for name, data in entries.items()}))


def test_a_pattern_of_a_number_that_is_a_book() -> None:
    """The pattern of a list's number is printed once a paragraph, so a long one is cut, not multiplied."""
    lists = abstract(0, level(0, "%1" * MB)) + num(1, 0)
    found = read_docx(document(p(SENTENCE, num=(1, 0)) * 500, numbering=lists), "report.docx")
    assert 500 == len(found.paragraphs)
    assert max(len(paragraph.printed) for paragraph in found.paragraphs) < 1000


def test_a_note_that_is_referred_to_a_thousand_times() -> None:
    """A note is read once, however often it is referred to."""
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = f'<w:footnote w:id="1">{p("Estimate.")}</w:footnote>'
    found = read_docx(document(p(SENTENCE, reference) * 1000, footnotes=notes), "report.docx")
    assert 1001 == len(found.paragraphs)


TAGS = [
    "p",
    "r",
    "t",
    "pPr",
    "rPr",
    "pStyle",
    "numPr",
    "numId",
    "ilvl",
    "ins",
    "del",
    "delText",
    "moveFrom",
    "moveTo",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "vMerge",
    "gridSpan",
    "sdt",
    "sdtContent",
    "hyperlink",
    "fldChar",
    "instrText",
    "txbxContent",
    "pict",
    "drawing",
    "footnoteReference",
    "commentReference",
    "sym",
    "br",
    "vanish",
    "body",
]
VALUES = st.sampled_from(["", "0", "1", "-1", "²", "99999999999", "begin", "separate", "end", "continue", "H1"])
ATTRIBUTES = st.dictionaries(st.sampled_from(["val", "id", "type", "fldCharType", "char", "font"]), VALUES, max_size=2)
TREES = st.recursive(
    st.tuples(st.sampled_from(TAGS), ATTRIBUTES, st.just([])),
    lambda inner: st.tuples(st.sampled_from(TAGS), ATTRIBUTES, st.lists(inner, max_size=4)),
    max_leaves=25,
)


def written(tree: tuple[str, dict[str, str], list]) -> str:
    """Return a tree as XML, with a word in each text element."""
    tag, attributes, inner = tree
    given_ = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    words = "Wexcombe" if tag in {"t", "delText", "instrText"} else ""
    return f"<w:{tag}{given_}>{words}{''.join(map(written, inner))}</w:{tag}>"


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.lists(TREES, max_size=4), st.lists(TREES, max_size=3))
def test_elements_in_any_order_are_read_or_refused(body: list, other: list) -> None:
    """Elements inside one another as no word processor writes them are no bug of ours: each part is read."""
    parts = {name: "".join(map(written, other)) for name in ("styles", "numbering", "footnotes", "comments")}
    found = read_docx(document(p(SENTENCE) + "".join(map(written, body)), **parts), "report.docx")
    assert list(range(1, len(found.paragraphs) + 1)) == [q.ordinal for q in found.paragraphs]
    assert all(q.text for q in found.paragraphs)


def only(raw: bytes) -> str:
    """Return the words of a file's one paragraph."""
    (paragraph,) = read_docx(raw, "report.docx").paragraphs
    return paragraph.text


def template(target: str) -> bytes:
    """Return the relationships of settings that name a template."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" TargetMode="External" Target="{target}"/></Relationships>'
    ).encode()


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a piece of a PNG picture."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def declaring(raw: bytes, name: str, size: int) -> bytes:
    """Return a zip whose headers give another unpacked size for one entry."""
    out = bytearray(raw)
    for signature, at_size, at_name in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        for found in re.finditer(re.escape(signature), raw):
            start = found.start()
            if raw[start + at_name :].startswith(name.encode()):
                out[start + at_size : start + at_size + 4] = struct.pack("<I", size)
    return bytes(out)


def sharing(count: int) -> bytes:
    """Return a zip in which many entries of the index point at one packed block."""
    raw = zipped({"a00000.xml": b" " * MB})
    start, end = raw.index(b"PK\x01\x02"), raw.index(b"PK\x05\x06")
    entries = b"".join(raw[start:end].replace(b"a00000", f"a{i:05}".encode()) for i in range(count))
    tail = bytearray(raw[end:])
    tail[8:12] = struct.pack("<HH", count, count)
    tail[12:16] = struct.pack("<I", len(entries))
    return raw[:start] + entries + bytes(tail)
