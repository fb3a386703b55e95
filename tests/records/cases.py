"""Good records, and what may be wrong with them: each change with the code and the line that name it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

CODING = """\
source: wexcombe-depot-report-2025-03
coder: A
coded_on: 2025-06-02
evidence:
  - id: E1
    kind: performance_data
    status: supplied
    at: "2.1"
    quote: "14,200 bins were missed in 2024"
    covers: [C1]
commitments:
  - id: K1
    origin: undertaking
    at: "6.1"
    quote: "a further report will be brought"
    provides: [report]
    due: {date: 2025-09-30}
claims:
  - id: C1
    by: officer
    at: "3.10 p2"
    quote: "would save £40,000 a year"
    says: Moving would save £40,000 a year.
    kinds: [financial_saving]
    certainty: expected
    topic: depot-move
    contradicts: [C2]
    amount: 40000
  - id: C2
    by: officer
    at: "3.12"
    quote: "no residents will be affected"
    says: No residents will be affected.
    kinds: [no_adverse_impact]
    certainty: asserted
    topic: depot-move
    contradicts: [C1]
"""
SOURCE = f"""\
id: wexcombe-depot-report-2025-03
title: Future of the Canal Street depot
publisher: Wexcombe Borough Council
kind: officer_report
published: 2025-03-04
stage: for_decision
decision: {{body: Wexcombe executive, date: 2025-04-08, key: no}}
topics: [depot-move]
original: {{file: depot-report.txt, sha256: {"a" * 64}, paragraphs: 41, words: 1900}}
"""
TOPICS = """\
topics:
  - id: depot-move
    title: Move of the depot
"""
NAME = "wexcombe-depot-report-2025-03.yaml"
FILES = {"coding": Path("claims") / NAME, "source": Path("seeds") / NAME, "topics": Path("claims/topics.yaml")}
GOOD = {"coding": CODING.encode(), "source": SOURCE.encode(), "topics": TOPICS.encode()}


class Case(NamedTuple):
    """One thing wrong with a good record: what stands instead of what, and how it is named."""

    row: str
    code: str
    line: int
    old: str | bytes
    """Stands once in the good file; empty: the whole file."""
    new: str | bytes
    says: str = ""
    """Words of the message."""
    file: str = "coding"
    also: tuple[tuple[str, int], ...] = ()
    """Code and line of what follows from it."""


def changed(case: Case) -> bytes:
    """Return the bytes of the file of a case."""
    good, old, new = GOOD[case.file], _bytes(case.old), _bytes(case.new)
    if not old:
        return new
    assert good.count(old) == 1, case.row
    return good.replace(old, new)


def _bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode()


def write_good(folder: Path, **instead: bytes) -> Path:
    """Write the good records under the folder, some with other bytes, and return the folder."""
    for name, path in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(instead.get(name, GOOD[name]))
    return folder


ID, QUOTE, SAYS = "- id: C1\n", '"would save £40,000 a year"', "says: Moving would save £40,000 a year."
PLACE, PUBLISHED, BY = '"3.10 p2"', "published: 2025-03-04", 'by: officer\n    at: "3.10'

EVENTS = f"""{PUBLISHED}
events:
  - {{kind: budget, body: Wexcombe executive, date: 2025-01-14, at: "2.1"}}
  - {{kind: budget, body: Wexcombe executive, date: 2025-01-14, at: "2.1", topic: depot}}"""

FORM = (
    Case("Y02 nothing but comments", "EMPTY-FILE", 0, "", "# nothing\n# here\n", "nothing but comments"),
    Case("Y02 no bytes at all", "EMPTY-FILE", 0, "", b""),
    Case("Y03 an explicit null", "NOT-A-RECORD", 1, "", "--- null\n", "holds null"),
    Case("Y03 a document that is empty", "NOT-A-RECORD", 1, "", "---\n", "holds null"),
    Case("Y04 a list where a mapping belongs", "NOT-A-RECORD", 1, "", "- source: a\n", "holds a list"),
    Case("Y04 one text", "NOT-A-RECORD", 1, "", "a claim\n", "holds one text"),
    Case("Y05 a second document", "TWO-DOCS", 18, "claims:\n", "---\nclaims:\n", "second document"),
    Case("Y13 a tilde is null", "NULL-VALUE", 19, ID, "- id: ~\n", "id has no value"),
    Case("Y13 the word null", "NULL-VALUE", 19, ID, "- id: null\n"),
    Case("Y54 nothing after the key", "NULL-VALUE", 22, QUOTE, "", "quote has no value"),
    Case("Y54 nothing after the dash", "NULL-VALUE", 17, "[report]", "\n      -\n", "item 1 has no value"),
    Case("Y20 a key given twice in a claim", "DUP-KEY", 25, "certainty: expected", "id: C9", "(first on line 19)"),
    Case("Y21 a key given twice in the record", "DUP-KEY", 3, "publisher: W", "id: W", "first on line 1", "source"),
    Case("Y22 one key plain, one quoted", "DUP-KEY", 25, "certainty: expected", '"id": C9', "first on line 19"),
    Case("Y27 an alias", "ALIAS", 27, "contradicts: [C2]", "contradicts: [*x]", "not allowed"),
    Case("Y27 an anchor", "ALIAS", 27, "contradicts: [C2]", "contradicts: [&x C2]"),
    Case("Y27 a list that holds itself", "ALIAS", 27, "[C2]", "&x [*x]", also=(("ALIAS", 27),)),
    Case("a merge key", "MERGE-KEY", 25, "certainty: expected", "<<: {certainty: expected}", "Write the fields out"),
    Case("Y28 100,000 open brackets", "TOO-DEEP", 1, "", "[" * 100_000, "nesting over 32"),
    Case("Y28 200,000 open brackets", "TOO-DEEP", 1, "", "a: " + "[" * 200_000),
    Case("Y29 1,500 nested mappings", "TOO-DEEP", 33, "", "".join(" " * n + "a:\n" for n in range(1500))),
    Case("Y34 UTF-16, as some editors save", "ENCODING", 0, "", CODING.encode("utf-16"), "is UTF-16"),
    Case("Y35 UTF-16 without a mark", "ENCODING", 0, "", CODING.encode("utf-16-le"), "without a mark"),
    Case("Y36 UTF-32", "ENCODING", 0, "", CODING.encode("utf-32"), "is UTF-32"),
    Case("Y37 a pound sign of Windows-1252", "ENCODING", 22, QUOTE, b'"would save \xa340"', "looks like Windows-1252"),
    Case("Y38 a bad sequence", "ENCODING", 2, "coder: A", b"coder: \xc3(", "0xC3 at offset 45"),
    Case(
        "Y38 a bad sequence and an encoded surrogate", "ENCODING", 2,
        "coder: A\n", b"coder: \xc3( \xed\xa0\x80\n", "at offset 45", also=(("ENCODING", 2),),
    ),
    Case("Y39 a NUL in the middle", "CONTROL-CHAR", 23, "Moving would", "Moving\0would", "U+0000"),
    Case("an escape code of a terminal", "CONTROL-CHAR", 23, "Moving would", "Moving \x1b[31m would", "U+001B"),
    Case("an escape code written as an escape", "CONTROL-CHAR", 22, QUOTE, r'"would save \e[31m"', "U+001B"),
    Case("a line end that only some programs know", "CONTROL-CHAR", 23, "Moving would", "Moving\u2028would", "U+2028"),
    Case("a tab inside a value", "CONTROL-CHAR", 23, "Moving would", "Moving\twould", "U+0009"),
    Case("Y41 text that reads otherwise than stored", "BIDI-CHAR", 22, QUOTE, '"would \u202esave"', "U+202E"),
    Case("Y41 the same, written as an escape", "BIDI-CHAR", 22, QUOTE, r'"would \u202esave"', "U+202E"),
    Case("Y42 an id with a space that cannot be seen", "HIDDEN-CHAR", 19, ID, "- id: C\u200b1\n", "U+200B"),
    Case("Y44 half a character", "CONTROL-CHAR", 22, QUOTE, r'"would \ud800 save"', "half of one"),
    Case("Y104 a tag that runs a command elsewhere", "TAG", 23, SAYS, "says: !!python/object/apply:os.system [ls]"),
    Case("Y105 a tag that some loaders act on", "TAG", 23, SAYS, "says: !include other.yaml", "not allowed"),
    Case("Y105 a tag on a list", "TAG", 16, "[report]", "!!set [report]", "nothing was run"),
    Case("Y109 a colon and a space in a value", "COLON", 23, SAYS, "says: Report: part two", "in quotes"),
    Case("a quotation mark that is not closed", "SYNTAX", 32, '"no residents will be affected"', '"no', "is not closed"),
    Case("a quotation closed with a curly mark", "SYNTAX", 22, QUOTE, QUOTE[:-1] + "”", "is closed only on line 31"),
    Case("a quotation mark within a quotation", "SYNTAX", 22, QUOTE, QUOTE[:-1] + '" a year"', "goes on behind a quotation"),
    Case("a tab in place of the indent", "SYNTAX", 23, "    " + SAYS, "\t" + SAYS, "Indent with spaces"),
    Case("a field further in than the others", "SYNTAX", 23, "    " + SAYS, "      " + SAYS, "further in or out than the fields"),
    Case("a value that begins with a per cent sign", "SYNTAX", 23, SAYS, "says: %5 of posts", "in quotes"),
)  # fmt: skip

FIELDS = (
    Case("Y06 no for a word of a closed list", "BAD-VALUE", 20, BY, BY.replace("officer", "no"), "officer, executive"),
    Case("Y17 day and month with strokes", "BAD-DATE", 5, PUBLISHED, "published: 17/03/2021", "2021-03-17", "source"),
    Case("Y18 a date in words", "BAD-DATE", 5, PUBLISHED, "published: 17th March 2021", "nothing is guessed", "source"),
    Case("a day that no month has", "BAD-DATE", 5, PUBLISHED, "published: 2021-02-30", "2021-02-30", "source"),
    Case("a date with a stroke in it", "BAD-DATE", 5, PUBLISHED, "published: a|b", '"a|b" is not a date', "source"),
    Case("Y47 a quotation of 10 MB", "TOO-LONG", 22, QUOTE, "x" * 10_000_000, "10,000,000 characters, limit 20,000"),
    Case("a quotation of 41 words", "TOO-LONG", 22, QUOTE, "save " * 41, "(41 words)"),
    Case("Y49 a field that nobody defined", "UNKNOWN-FIELD", 25, "certainty: expected", "reviewer_mood: glad",
         "Allowed: id, by, at", also=(("MISSING-FIELD", 19),)),
    Case("Y51 a field with a capital", "UNKNOWN-FIELD", 22, "quote: " + QUOTE, "Quote: " + QUOTE,
         'Did you mean "quote"?', also=(("MISSING-FIELD", 19),)),
    Case("an unknown field of a record", "UNKNOWN-FIELD", 3, "publisher: W", "publsher: W",
         'Did you mean "publisher"?', "source", also=(("MISSING-FIELD", 1),)),
    Case("an unknown field of a due point", "UNKNOWN-FIELD", 17, "{date: 2025-09-30}", "{before: budget, boddy: Wexcombe}",
         'Did you mean "body"?'),
    Case("an unknown field of 10 MB", "UNKNOWN-FIELD", 25, "certainty: expected", "? " + "x" * 10_000_000 + "\n    : y",
         "xxx…", also=(("MISSING-FIELD", 19),)),
    Case("Y52 a slip in a kind", "BAD-VALUE", 24, "financial_saving", "finacial_saving", 'Did you mean "financial_saving"?'),
    Case("a value of 10 MB for a word of a list", "BAD-VALUE", 24, "financial_saving", "x" * 10_000_000, "xxx…"),
    Case("four kinds", "BAD-VALUE", 24, "[financial_saving]", "[reputation, workforce, cost_neutral, need_or_problem]", "at most 3"),
    Case("no kind", "BAD-VALUE", 24, "[financial_saving]", "[]", "at least 1"),
    Case("Y57 a list for a text", "WRONG-TYPE", 22, QUOTE, "[a, b]", "quote is a list. It must be text."),
    Case("a mapping for a text", "WRONG-TYPE", 23, SAYS, "says: {a: b}", "says is a mapping. It must be text."),
    Case("a text for a list", "WRONG-TYPE", 24, "[financial_saving]", "financial_saving", "It must be a list."),
    Case("a text for a claim", "WRONG-TYPE", 38, "", CODING + "  - C3\n", "claims 3 is text. It must be a mapping."),
    Case("a list for a word of a closed list", "WRONG-TYPE", 25, "expected", "[expected]", "certainty is a list"),
    Case("a text that is empty", "BAD-VALUE", 23, SAYS, 'says: ""', "is empty"),
    Case("Y58 page -1", "BAD-PAGE", 21, PLACE, '"3.10 p-1"', '"¶12", then " p3"'),
    Case("page 0", "BAD-PAGE", 21, PLACE, '"3.10 p0"'),
    Case("Y60 page 1.5", "BAD-PAGE", 21, PLACE, '"3.10 p1.5"'),
    Case("Y61 an endless page", "BAD-PAGE", 21, PLACE, '"3.10 p.inf"'),
    Case("Y62 a page that is no number", "BAD-PAGE", 21, PLACE, '"3.10 p.nan"'),
    Case("a place in words", "BAD-PLACE", 21, PLACE, "third paragraph", '"6.1(b)"'),
    Case("paragraph 0", "BAD-PLACE", 21, PLACE, '"¶0"'),
    Case("an endless sum", "BAD-VALUE", 28, "40000", ".inf", "is not a whole number"),
    Case("a negative sum", "BAD-VALUE", 28, "40000", "-40000", "is not a whole number"),
    Case("a sum with a comma", "BAD-VALUE", 28, "40000", "40,000", "Write digits only"),
    Case("yes for true", "BAD-VALUE", 28, "amount: 40000", "money: yes", "is not true or false"),
    Case("Y74 an original in another folder", "SOURCE-PATH", 9, "depot-report.txt", "../../../etc/passwd", "without folder", "source"),
    Case("Y74 the folder above", "SOURCE-PATH", 9, "depot-report.txt", "..", "plain file name", "source"),
    Case("Y76 an address", "SOURCE-PATH", 9, "depot-report.txt", "file:///etc/passwd", "address", "source"),
    Case("Y78 a device", "SOURCE-PATH", 9, "depot-report.txt", "/dev/zero", "plain file name", "source"),
    Case("Y79 a path into a network", "SOURCE-PATH", 9, "depot-report.txt", r"'\\evil\share\x.pdf'", "plain file name", "source"),
    Case("Y114 made by a newer release", "TOO-NEW", 1, "source: w", "schema_version: 99\nsource: w", "Upgrade"),
    Case("a version that is no number", "BAD-VALUE", 1, "source: w", "schema_version: ²\nsource: w", "Allowed: 1."),
    Case("Y115 a field that must be there", "MISSING-FIELD", 1, "coder: A\n", "", "the record has no coder. Add it."),
    Case("Y118 an id that would name a file elsewhere", "ID-CHARS", 19, ID, "- id: ../../C1\n", "letters, digits"),
    Case("Y120 an id of 5,000 characters", "TOO-LONG", 19, ID, "- id: " + "C" * 5000 + "\n", "id of 5,000 characters, limit 64"),
)  # fmt: skip

TOGETHER = (
    Case("Y65 a claim that is not there", "DANGLING", 10, "covers: [C1]", "covers: [C11]", 'Did you mean "C1"?'),
    Case("Y65 a claim of a source that is not there", "DANGLING", 27, "[C2]", "[wexcombe-depot#C1]", "is not a source"),
    Case("Y65 a topic that is not there", "DANGLING", 26, "depot-move\n    contradicts: [C2]",
         "depot-mve\n    contradicts: [C2]", 'Did you mean "depot-move"?'),
    Case("Y65 a topic of the source that is not there", "DANGLING", 8, "[depot-move]", "[depot-moves]", "topics.yaml", "source"),
    Case("Y65 a topic covered that is not there", "DANGLING", 10, "covers: [C1]", "covers: {topic: depot}", "topics.yaml"),
    Case("Y65 a topic of a due point that is not there", "DANGLING", 17, "{date: 2025-09-30}", "{before: budget, topic: depot}", "topics.yaml"),
    Case("Y65 a topic of an event that is not there", "DANGLING", 8, PUBLISHED, EVENTS, "topics.yaml", "source"),
    Case("Y65 a source without a record", "DANGLING", 1, "wexcombe-depot", "wexcombe-dept", 'Did you mean "wexcombe-depot-report-2025-03"?'),
    Case("Y20 an id given to two items", "DUP-ID", 19, ID, "- id: E1\n", "(first on line 5)",
         also=(("DANGLING", 10), ("DANGLING", 37))),
    Case("Y68 two ids that differ only by case", "DUP-ID", 29, "- id: C2", "- id: c1", 'differs from "C1" only by case',
         also=(("DANGLING", 27),)),
    Case("Y69 a letter with its accent apart", "ID-CHARS", 29, "- id: C2", "- id: Cafe\u0301", "is not an id"),
    Case("Y70 a claim that contradicts itself", "SELF-REF", 27, "contradicts: [C2]", "contradicts: [C1]", '"C1" contradicts itself'),
    Case("Y119 a name that Windows keeps for a device", "ID-CHARS", 12, "- id: K1", "- id: CON", "on Windows"),
    Case("Y119 the same with an ending", "ID-CHARS", 12, "- id: K1", "- id: nul.txt", "on Windows"),
    Case("Y119 a source called like a device", "ID-CHARS", 1, "id: wexcombe-depot-report-2025-03", "id: aux", "on Windows", "source",
         also=(("DANGLING", 1),)),
    Case("an exempt source without a reason", "MISSING-FIELD", 5, "kind: officer_report", "kind: officer_report\naccess: exempt",
         "access_reason", "source"),
    Case("two dates that cross", "BAD-DATE", 5, PUBLISHED, "date_after: 2025-03-04\ndate_before: 2025-03-01", "later than", "source"),
)  # fmt: skip

ACCEPTED = (
    ("Y06 no", "says: Moving would save £40,000 a year.", "says: no", "says", "no"),
    ("Y07 on as an id", "- id: K1", "- id: on", "", ""),
    ("Y08 3.10 without quotation marks", '"3.10 p2"', "3.10", "at", "3.10"),
    ("Y10 007 as an id", "- id: K1", "- id: 007", "", ""),
    ("Y11 1e3", "says: Moving would save £40,000 a year.", "says: 1e3", "says", "1e3"),
    ("Y12 1_000", "says: Moving would save £40,000 a year.", "says: 1_000", "says", "1_000"),
    ("Y14 a date as an id", "- id: K1", "- id: 2025-03-04", "", ""),
    ("a time", "says: Moving would save £40,000 a year.", "says: 12:30", "says", "12:30"),
    ("an octal number", "says: Moving would save £40,000 a year.", "says: 0o17", "says", "0o17"),
    ("Welsh", "says: Moving would save £40,000 a year.", "says: Bydd y tŷ’n arbed arian", "says", "Bydd y tŷ’n arbed arian"),
    ("Arabic", "says: Moving would save £40,000 a year.", "says: سيوفر المال", "says", "سيوفر المال"),
    ("Chinese", "says: Moving would save £40,000 a year.", "says: 节省资金", "says", "节省资金"),
    ("an emoji of several people", "says: Moving would save £40,000 a year.", "says: 👩‍👩‍👧 👍🏽", "says", "👩‍👩‍👧 👍🏽"),
    ("a soft hyphen", "says: Moving would save £40,000 a year.", "says: Mov\u00ading", "says", "Mov\u00ading"),
    ("the word null in quotation marks", "says: Moving would save £40,000 a year.", 'says: "null"', "says", "null"),
    ("a text over several lines", "says: Moving would save £40,000 a year.", "says: >-\n      Moving\n      saves", "says", "Moving saves"),
    ("Y71 two claims that contradict each other", "contradicts: [C1]", "contradicts: [C1]", "contradicts", ("C2",)),
)  # fmt: skip
"""Row, what stands instead of what in the coding, a field of its first claim, and what it must hold."""
CASES = (*FORM, *FIELDS, *TOGETHER)
