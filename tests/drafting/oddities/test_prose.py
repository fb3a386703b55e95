"""Sums in sentences: totals, changes in per cent, shares of a whole."""

from __future__ import annotations

import pytest

from checker.drafting.oddities import oddities
from tests.drafting.papers import Line, paper


def said(*texts: str) -> list[tuple[str, str]]:
    """Return what is odd in paragraphs numbered 1.1, 2.1 and so on: its kind and its sentence."""
    found = oddities(paper(*((f"{n}.1", text) for n, text in enumerate(texts, 1))))
    return [(one.kind, one.says) for one in found]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The move costs £2m in one year and £3m in the next, £6m in all.", "£2m and £3m make £5m; £6m is given."),
        ("Fleet saves £120,000, staff £80,000 and rent £50,000, totalling £270,000.", "£120,000 and £80,000 and £50,000 make £250,000; £270,000 is given."),
        ("We counted 40 vans and 25 lorries, a total of 75 vehicles.", "40 and 25 make 65; 75 is given."),
    ],
)  # fmt: skip
def test_parts_that_do_not_make_the_total(text: str, says: str) -> None:
    """A sentence whose parts make another sum than the total it gives is shown with both."""
    assert [("total", says)] == said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The move costs £2m in one year and £3m in the next, £5m in all.",
        "Fleet costs £1.24m and rent £2.37m, a total of £3.6m.",
        "Costs of £1.2m, £3.4m and £2.4m come to a total of £7.1m.",
        "Of a budget of £40m, £2m and £3m go to the depot, out of a total of £9m for streets.",
        "We save £2m here and £3m there, including £1m of rent, £6m in all.",
        "Fleet costs £2m and staff £3m; the council spends £400m in all.",
        "In 2024 and 2025, a total of 3,900 bins were missed.",
        "It pays £10 for one and £12 for two, £15 in total each year per household.",
    ],
)
def test_sums_that_agree_or_are_something_else(text: str) -> None:
    """A right sum, one right up to rounding, and figures that are not parts of the total give nothing."""
    assert [] == said(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Visits rose from 200 to 250, a 20% rise.", "From 200 to 250 is a rise of 25%; 20% is given."),
        ("Complaints fell from 1,240 to 930, a reduction of 35%.", "From 1,240 to 930 is a fall of 25%; 35% is given."),
        ("The fee goes from £2.00 to £2.50 (an increase of 20 per cent).", "From £2.00 to £2.50 is a rise of 25%; 20% is given."),
    ],
)  # fmt: skip
def test_a_percentage_that_does_not_follow(text: str, says: str) -> None:
    """A change in per cent that does not follow from its two figures is shown with the one that does."""
    assert [("percentage", says)] == said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Visits rose from 200 to 250, a 25% rise.",
        "Costs went from £1.2m to £1.5m, an increase of 27%.",
        "Visits rose from 3,000 to 3,100, a 3% rise.",
        "The share rose from 20% to 25%, a 5% rise.",
        "It grew from 2019 to 2024, a 12% rise.",
        "It went from 40 to 50 and from 60 to 80, a 29% rise.",
    ],
)
def test_percentages_that_follow_or_cannot_be_told(text: str) -> None:
    """A right percentage, one right up to rounding, points of per cent, and years give nothing."""
    assert [] == said(text)


def test_a_share_of_a_whole() -> None:
    """So many of so many is another share than the one printed beside it."""
    assert [("percentage", "45 of 120 is 37.5%; 48% is given.")] == said("45 of 120 drivers (48%) agreed.")
    assert [("percentage", "45 of 120 is 37.5%; 83% is given.")] == said("Of them, 83% (45 of 120) agreed.")
    assert [] == said("45 of 120 drivers (38%) agreed.", "77 out of 120 residents, or 64%, agreed.")
    assert [] == said("45 of 120 (of whom 48% are women) agreed.")


def test_a_sum_given_twice_differently() -> None:
    """One sum, named in the same words, that two paragraphs give differently is shown with both places."""
    assert [("number", "£450,000 at 1.1, £540,000 at 2.1, for what reads as the same thing.")] == said(
        "The net annual saving from the depot move is £450,000.",
        "Finance agrees that the net annual saving from the depot move is £540,000.",
    )
    assert [("number", "412 at 1.1, 421 at 2.1, for what reads as the same thing.")] == said(
        "There were 412 responses to the consultation.", "The consultation drew 421 responses."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The net annual saving from the depot move is £450,000.", "The net annual saving from the depot move is £0.45m."),
        ("The net annual saving from the depot move is £450,000 in 2026.", "The net annual saving from the depot move is £540,000 in 2027."),
        ("The net annual saving from the depot move is £450,000.", "The original net annual saving from the depot move was £540,000."),
        ("The cost is £450,000.", "The cost is £540,000."),
        ("There were 412 responses to the consultation.", "Of these, 300 responses to the consultation came from residents."),
        ("The total cost of the depot is £2.4m.", "The total cost of the museum is £2.6m."),
    ],
)  # fmt: skip
def test_sums_that_are_of_different_things(one: str, other: str) -> None:
    """Figures that agree, are of other years, are revised, or name too little to be the same thing give nothing."""
    assert [] == said(one, other)


def test_certainty_that_rises() -> None:
    """What is put as possible first and as certain later, in the same words, is shown with both passages."""
    assert [("certainty", "“may reduce missed collections in the” at 1.1 is “will reduce missed collections in the” at 2.1.")] == said(
        "One depot may reduce missed collections in the north.", "It will reduce missed collections in the north."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It will reduce missed collections in the north.", "One depot may reduce missed collections in the north."),
        ("One depot may reduce missed collections in the north.", "It will reduce the rent paid for two sites."),
        ("One depot may reduce missed collections in the north.", "If approved, it will reduce missed collections in the north."),
        ("One depot may reduce missed collections in the north.", "It will not reduce missed collections in the north."),
    ],
)  # fmt: skip
def test_certainty_that_does_not_rise(one: str, other: str) -> None:
    """Certainty that falls, that has a condition, or that is of something else gives nothing."""
    assert [] == said(one, other)


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("The rounds are expected to save £310,000 a year.", "The saving of £301,000 a year is in the budget.", "£310,000 at 1.1, £301,000 at 2.1: the same digits in another order, each for a saving."),
        ("The hubs save £180,000 a year across both councils from 2026/27.", "They will save £140,000 a year across both councils.", "£180,000 at 1.1, £140,000 at 2.1: the same words behind two figures, each for a saving."),
    ],
)  # fmt: skip
def test_sums_that_are_likely_meant_to_be_one(one: str, other: str, says: str) -> None:
    """Two sums of one sort with the same digits turned round, or with the same words behind them, are shown."""
    assert [("number", says)] == said(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The rounds save £310,000 a year.", "The vans cost £301,000 a year."),
        ("The rounds save £310,000 in 2026.", "The rounds save £301,000 in 2027."),
        ("The rounds save £310,000 a year.", "The set-up saves £301,000."),
        ("The rounds save £21,000 a year.", "Fuel saves £12,000 a year."),
        ("Option A would save £180,000 a year across both councils.", "Option B would save £140,000 a year across both councils."),
        ("The hubs save £180,000 a year.", "They will save £140,000 a year."),
    ],
)  # fmt: skip
def test_sums_that_are_two(one: str, other: str) -> None:
    """Sums of another sort, time, period or option, and plain figures with little said of them, give nothing."""
    assert [] == said(one, other)


def test_a_cost_that_the_next_sentence_shares_out() -> None:
    """Shares that come near a cost and do not make it are shown; where something is left over by its own words, not."""
    assert [("total", "£250,000 and £150,000 make £400,000; the cost given is £410,000.")] == said(
        "The work costs £410,000. The county gives £250,000 and the council £150,000."
    )
    assert [] == said("The work costs £400,000. The county gives £250,000 and the council £150,000.")
    assert [] == said(
        "The work costs £410,000. The county gives £250,000, the council £150,000; the balance is from rent."
    )
    assert [] == said("The work costs £900,000. The county gives £250,000 and the council £150,000.")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The overspend is £3.2m, made up of £1.4m in care, £1.1m in schools and £1.1m in highways.", "£1.4m and £1.1m and £1.1m make £3.6m; £3.2m is given."),
        ("The cost is £100,000, comprising £60,000 for staff and £30,000 for vans.", "£60,000 and £30,000 make £90,000; £100,000 is given."),
    ],
)  # fmt: skip
def test_a_total_and_what_it_is_made_up_of(text: str, says: str) -> None:
    """A total whose listed parts make another sum is shown with both."""
    assert [("total", says)] == said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The overspend is £3.2m, made up of £1.4m in care, £1.1m in schools and £0.8m in highways.",
        "The cost is £100,000, comprising £60,000 for staff and £40,000 for vans.",
        "The fund is £10m, comprising £4m for roads, £3m for parks and other grants.",
        "The fund is £10m, comprising £6m for roads, of which £2m is new.",
        "The team of £2m, comprising £800,000 for 12 posts and £700,000 for agency staff.",
    ],
)
def test_a_total_made_up_as_it_says(text: str) -> None:
    """Parts that make the total within what rounding allows, or of which some are not named, give nothing."""
    assert [] == said(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Fees increased by 50%, from £20 to £25.", "From £20 to £25 is a rise of 25%; 50% is given."),
        ("Visits fell by 10 per cent from 1,200 to 900.", "From 1,200 to 900 is a fall of 25%; 10% is given."),
        ("Numbers fell from 100 to 60, a drop of a third.", "From 100 to 60 is a fall of 40%; a third is given."),
        ("Of 200 responses, 150 (80%) were in favour.", "150 of 200 is 75.0%; 80% is given."),
    ],
)
def test_a_change_or_a_share_told_another_way(text: str, says: str) -> None:
    """A change told before its figures or in words, and a share of a whole named first, are reckoned too."""
    assert [("percentage", says)] == said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fees increased by 25%, from £20 to £25.",
        "Fees increased by over 20%, from £20 to £25.",
        "Visits rose by 12% from 2019 to 2023.",
        "Turnout fell by 5%, from 40% to 35%.",
        "Numbers fell from 90 to 61, a drop of a third.",
        "Of 200 responses, 150 (75%) were in favour and 40 (21%) against.",
        "Visits rose by 10%, from 1,000 a day to 1,100.",
    ],
)
def test_changes_that_follow(text: str) -> None:
    """A change that follows from its figures, roughly where it is told in words, gives nothing."""
    assert [] == said(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Bays cost £10,000 + £12,000 = £23,000.", "£10,000 and £12,000 make £22,000; £23,000 is given."),
        ("At 31 May 2026 there were 3,214 bays: 1,120 red, 986 blue and 1,208 free, a total of 3,214.", "1,120 and 986 and 1,208 make 3,314; 3,214 is given."),
        ("A grant of £275,000 a year for three years, a total of £750,000.", "£275,000 for three years makes £825,000; £750,000 is given."),
        ("It costs £9,000 per month for 12 months (a total of £98,000).", "£9,000 for 12 months makes £108,000; £98,000 is given."),
        ("Of the 24 measures, 15 (63%) are green, 6 (25%) amber and 4 (17%) red.", "15 and 6 and 4 make 25; 24 is given."),
        ("The infant school had 148 pupils and the junior school 176, a total of 334 against a capacity of 420.", "148 and 176 make 324; 334 is given."),
        ("Consultation: 143 comments were received: 96 in favour, 38 against and 12 neutral.", "96 and 38 and 12 make 146; 143 is given."),
        ("96 replies were received: 51 in support, 33 against and 14 undecided.", "51 and 33 and 14 make 98; 96 is given."),
        ("Payments of £4,982.60 as listed: mowing £1,840.00; salary £1,912.40; insurance £986.20; hire £154.00.", "£1,840.00 and £1,912.40 and £986.20 and £154.00 make £4,892.60; £4,982.60 is given."),
    ],
)  # fmt: skip
def test_sums_that_are_listed_multiplied_or_told_apart(text: str, says: str) -> None:
    """Parts added with a sign or behind a colon, a sum for each year, and counts with their shares are reckoned."""
    assert [("total", says)] == said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Supply is scored 3 x 4 = 12 in the register; two suppliers bring it to 3 × 2 = 6.",
        "Likelihood (3) x impact (4) = 12.",
        "A loan of £10m costs £390,000 a year for 20 years, £7.8m in total.",
        "The cut is £92,000 - £14,000 = £78,000.",
        "A grant of £0.3m a year for three years, a total of £0.8m.",
        "It costs £20,000 a year for three years, rising with inflation, a total of £65,000.",
        "96 replies were received: 51 in support, 31 against and 14 undecided.",
        "96 replies were received: 51 from residents and 14 from traders.",
        "Minute 26: 12 members voted for, 13 against and 2 not at all.",
        "Of 96 replies most spoke of three things: the cost (51), the hours (33) and also the site (14).",
        "Benefits over ten years are £11.2m: £6.4m from overheads, £3.1m from productivity and £1.9m from lower claims.",
        "The fund gave £98,000: £50,000 less £2,000 for fees, and £51,000 for rent.",
        "Of the 120 drivers, 60 (50%) walk, 50 (42%) cycle, 40 (33%) also drive.",
        "Of the 24 measures, 15 (63%) are green, 6 (25%) amber and 3 (13%) red.",
    ],
)
def test_scores_differences_and_counts_that_overlap(text: str) -> None:
    """A product, a difference, a total right up to rounding, and counts that overlap are no wrong sums."""
    assert [] == said(text)


def test_a_total_and_the_bullets_below_it() -> None:
    """A list of bullets below a total is reckoned as one behind its colon is."""
    parts = ("£1.20m from funds;", "£0.40m from deposits; and", "£0.29m from property.")
    bullets: list[Line] = [("", part, "bullet") for part in parts]
    (one,) = oddities(paper(("5.1", "Income is forecast at £1.95m, made up of:"), *bullets))
    assert "£1.20m and £0.40m and £0.29m make £1.89m; £1.95m is given." == one.says


def test_sums_whose_digits_changed_places_over_a_year() -> None:
    """A yearly sum and one without its time are one where two digits changed places; a one-off cost is another."""
    assert [("number", "£301,000 at 1.1, £310,000 at 2.1: the same digits in another order, each for income.")] == said(
        "Income is expected to be £301,000 a year.", "The income of £310,000 is in the budget."
    )
    assert [] == said("The cost is £123,000 a year.", "The one-off cost is £132,000.")


def test_replies_counted_twice() -> None:
    """How many replied to a consultation is one figure, wherever the replies are kept."""
    found = said("The public consultation had 1,412 responses.", "The 1,421 responses to the consultation are at Appendix G.")  # fmt: skip
    assert [("number", "1,412 at 1.1, 1,421 at 2.1, for what reads as the same thing.")] == found


def test_many_sums_of_one_sort_are_alike_by_chance() -> None:
    """Among many costs two may have like digits; digits that stand apart did not change places."""
    costs = [f"The cost of depot {n} is £{111 * n},000." for n in range(1, 9)]
    assert [] == said(*costs, "The cost of the yard is £310,000.", "The cost of the office is £301,000.")
    assert [] == said("The cost of the yard is £321,000.", "The cost of the office is £123,000.")
