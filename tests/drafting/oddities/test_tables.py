"""Tables whose totals do not add up, and numbers that repeat."""

from __future__ import annotations

from checker.drafting.oddities import oddities
from checker.model.document import Document
from tests.drafting.papers import paper, table

HEAD = ("Item", "2026/27", "2027/28")


def said(document: Document) -> list[str]:
    """Return what is odd."""
    return [one.says for one in oddities(document)]


def test_a_column_that_does_not_add_up() -> None:
    """Where the other columns of a table add up, the one that does not is shown with its sum."""
    wrong = table(HEAD, ("Fleet", "100", "120"), ("Staff", "200", "210"), ("Rent", "50", "60"), ("Total", "350", "400"))
    assert ["The parts under “2027/28” make 390; the total given is 400."] == said(wrong)


def test_a_row_that_does_not_add_up() -> None:
    """So with rows whose last column is their total."""
    rows = (
        ("Item", "North", "South", "Total"),
        ("Fleet", "£100k", "£20k", "£120k"),
        ("Staff", "£200k", "£10k", "£230k"),
    )
    assert ["The parts beside “Staff” make £210,000; the total given is £230k."] == said(table(*rows))


def test_a_total_before_a_rank() -> None:
    """Behind the totals of its rows a table may hold a rank or a note."""
    rows = (("A", "41.2", "36.0", "77.2", "2"), ("B", "51.6", "34.4", "86.0", "1"))
    head = ("Bidder", "Quality /60", "Price /40", "Total /100", "Rank")
    assert ["The parts beside “C” make 67.4; the total given is 66.4."] == said(
        table(head, *rows, ("C", "35.5", "31.9", "66.4", "3"))
    )


FEES = ("Charge", "2026/27", "2027/28", "Increase", "Change")
ALLOTMENT, PITCH, HALL = (
    ("Allotment", "£62.00", "£65.00", "£3.00", "4.8%"),
    ("Pitch", "£720.00", "£748.00", "£28.00", "3.9%"),
    ("Hall", "£35.00", "£40.00", "£5.00", "14.3%"),
)
MORE = (("Plaque", "£640.00", "£664.00", "£24.00", "3.8%"), ("Market stall", "£20.00", "£21.00", "£1.00", "5.0%"))


def test_a_change_that_is_not_that_of_its_row() -> None:
    """Where a column of changes holds of the other rows, the row of which it does not hold is shown."""
    rows = (FEES, ALLOTMENT, PITCH, HALL, *MORE)
    assert [] == said(table(*rows))
    assert ["Garden bin: from £48.00 to £56.00 is a rise of 16.7%; 3.8% is given."] == said(
        table(*rows, ("Garden bin", "£48.00", "£56.00", "£8.00", "3.8%"))
    )
    assert ["Garden bin: from £48.00 to £56.00 is £8; £9.00 is given."] == said(
        table(*rows, ("Garden bin", "£48.00", "£56.00", "£9.00", "16.7%"))
    )


def test_a_column_that_is_no_change() -> None:
    """Two rows show no column of changes, nor does one that holds of half its rows; no change at all tells nothing."""
    assert [] == said(table(FEES, ALLOTMENT, PITCH, ("Hall", "£35.00", "£40.00", "£9.00", "9%")))
    still = [(f"Fee {n}", "£10", "£10", "£0", "0%") for n in range(4)]
    assert [] == said(table(FEES, *still, ("Hall", "£35", "£40", "£9", "9%")))


def test_a_variance_printed_the_other_way_round() -> None:
    """Where less is better a variance may be printed the other way round in its row."""
    rows = (
        ("Homes", "90", "95", "5"),
        ("Repairs", "80", "86", "6"),
        ("Lets", "40", "44", "4"),
        ("Calls", "70", "72", "2"),
    )
    assert [] == said(table(("Measure", "Target", "Actual", "Variance"), *rows, ("Days lost", "9", "6", "3")))


def test_a_wrong_change_is_not_told_again_in_its_column() -> None:
    """A column of increases that is out only by the slip of one row is not shown beside that row."""
    wrong = table(
        ("Service", "2026/27", "2027/28", "Increase"),
        ("Waste", "1,104", "1,264", "160"),
        ("Parking", "2,150", "2,240", "90"),
        ("Planning", "310", "352", "42"),
        ("Other", "640", "664", "34"),
        ("Total", "4,204", "4,520", "316"),
    )
    assert ["Other: from 640 to 664 is 24; 34 is given."] == said(wrong)


def test_right_rounded_and_negative_figures() -> None:
    """Sums that are right, right up to rounding, with brackets for minus and dashes for nothing give nothing."""
    assert [] == said(table(HEAD, ("Fleet", "1.24", "-"), ("Staff", "2.33", "(2.10)"), ("Rent", "1.11", "3.50"), ("Total", "4.7", "1.40")))  # fmt: skip


def test_a_table_that_is_no_sum() -> None:
    """A total that no column bears out is of something else; so is one under sub-totals, averages or per cents."""
    assert [] == said(table(HEAD, ("Fleet", "100", "120"), ("Staff", "200", "210"), ("Total", "900", "950")))
    assert [] == said(table(HEAD, ("Fleet", "100", "120"), ("of which vans", "60", "70"), ("Total", "100", "125")))
    assert [] == said(table(("Ward", "Share"), ("North", "40%"), ("South", "50%"), ("East", "20%"), ("Total", "100%")))


def test_a_single_column() -> None:
    """A single column is summed only where its sum comes near its total."""
    near = table(("Item", "Cost"), ("Fleet", "£100"), ("Staff", "£200"), ("Rent", "£50"), ("Total", "£340"))
    far = table(("Item", "Cost"), ("Fleet", "£100"), ("Staff", "£200"), ("Rent", "£50"), ("Total", "£900"))
    assert ["The parts under “Cost” make £350; the total given is £340."] == said(near)
    assert [] == said(far)


def test_what_stands_beside_a_total() -> None:
    """Beside the total stands what names its line; where the line has no name, the total alone."""
    rows = (("Fleet", "£100"), ("Staff", "£200"), ("Rent", "£50"), ("Total", "£340"))
    (named,) = oddities(table(("Item", "Cost"), *rows))
    (nameless,) = oddities(table(("Item", ""), *rows))
    assert ("£340", "Cost") == (named.quote, named.other_quote)
    assert ("£340", "£340") == (nameless.quote, nameless.other_quote)
    assert "The parts under “column 2” make £350; the total given is £340." == nameless.says


def test_a_number_printed_twice() -> None:
    """A number that stands before two paragraphs of a section is shown with both."""
    lines = (("5.1", "We looked."), ("5.2", "We asked."), ("5.2", "We chose."), ("5.3", "We begin."))
    found = oddities(paper(*lines))
    assert [("numbering", "Two paragraphs are numbered 5.2.", "We chose.", "We asked.")] == [
        (one.kind, one.says, one.quote, one.other_quote) for one in found
    ]


def test_an_appendix_may_begin_again() -> None:
    """Numbers that begin again in an appendix repeat nothing."""
    first = (("1.1", "We looked."), ("1.2", "We asked."), ("2.1", "We chose."))
    assert [] == said(paper(*first, "# Appendix A", ("1.1", "We list."), ("1.2", "We count.")))
    assert [] == said(paper(("1.1", "We looked."), ("1.2", "We asked."), "# Appendix A", ("1.1", "We list."), ("1.2", "We count.")))  # fmt: skip


def test_one_slip_is_told_once() -> None:
    """Where mending the total of a row mends the column of totals too, the row alone is shown."""
    head = ("Saving", "North", "South", "East", "Total")
    rows = (("Parks", "120", "80", "40", "240"), ("Bins", "310", "150", "0", "460"), ("Rent", "95", "95", "95", "258"))
    assert ["The parts beside “Rent” make 285; the total given is 258."] == said(
        table(head, *rows, ("Total", "525", "325", "135", "985"))
    )
    assert 2 == len(said(table(head, *rows, ("Total", "525", "325", "135", "990"))))


def test_a_head_in_two_rows() -> None:
    """A column is named by the lower row of its head, where that is more than a unit."""
    rows = (("Roof", "100", "120"), ("Doors", "200", "210"), ("Glass", "50", "60"), ("Total", "350", "400"))
    assert "The parts under “High” make 390; the total given is 400." in said(
        table(("Item", "Cost", ""), ("", "Low", "High"), *rows)
    )
    assert "The parts under “2027/28” make 390; the total given is 400." in said(table(HEAD, ("", "£m", "£m"), *rows))
