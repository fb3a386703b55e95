"""The sentence encoder."""

from __future__ import annotations

import numpy as np
import pytest

from checker.drafting.encoder import MOST, _bent, _normed, encoder, in_context
from checker.drafting.units import units
from tests.drafting.papers import paper

CLAIM = "The merger will save both councils money and give residents a better service."
PROMISE = "Officers will report back to the committee in September with the results of the review."
NEITHER = "The meeting was held in the village hall and eleven members were present."


def says(*texts: str, before: str = "") -> list[list[float]]:
    return encoder().says([(before, text) for text in texts]).tolist()


def test_it_tells_a_claim_a_promise_and_neither() -> None:
    """Of three sentences the claim is the likeliest claim and the promise the likeliest promise."""
    answers = np.array(says(CLAIM, PROMISE, NEITHER))
    assert list(answers.argmax(axis=0)) == [0, 1]


def test_an_answer_does_not_hang_on_the_company() -> None:
    """A sentence gets the same answer alone as among a hundred others, to the hundredths that are kept."""
    alone = says(CLAIM)[0]
    among = says(*[f"{NEITHER} {'Word ' * n}" for n in range(100)], CLAIM)[-1]
    assert alone == pytest.approx(among, abs=0.011)


def test_what_stands_before_a_sentence_counts() -> None:
    """The same words under another heading get another answer."""
    assert says(CLAIM, before="Financial implications") != says(CLAIM, before="Minutes of the last meeting")


def test_words_beyond_the_longest_are_not_read() -> None:
    """A sentence longer than the encoder reads gets the answer of its beginning."""
    long = "save " * MOST[1]
    assert says(long + "and not") == says(long + "at all")


def test_nothing_has_no_answers() -> None:
    """No passages give no rows, and a passage without a word gives a row as any other."""
    assert encoder().says([]).shape == (0, 2)
    assert np.isfinite(encoder().says([("", "")])).all()


def test_the_context_is_kind_heading_and_lead_in() -> None:
    """A list is read after its lead-in, any other passage after the end of the one before."""
    found = units(paper("# Benefits", "The move will:", "It is planned for May."))
    contexts = list(in_context(found, "report"))
    assert contexts[0] == ("report", "Benefits")
    assert contexts[2][0].startswith("report . Benefits . ")
    assert contexts[2][0].endswith("The move will:")


@pytest.mark.parametrize(("value", "bent"), [(0.0, 0.0), (1.0, 0.8412), (-1.0, -0.1588), (6.0, 6.0)])
def test_the_unit_bends_as_published(value: float, bent: float) -> None:
    """The Gaussian error linear unit in its tanh form has the values of its paper."""
    assert float(_bent(np.array([value], dtype=np.float32))[0]) == pytest.approx(bent, abs=2e-4)


def test_a_norm_leaves_mean_nought_and_spread_one() -> None:
    """What is normed has mean nought and spread one before it is stretched and moved."""
    norm = np.stack([np.full(8, 3.0), np.full(8, 5.0)]).astype(np.float32)
    row = _normed(np.arange(8, dtype=np.float32)[None], norm)
    assert float(row.mean()) == pytest.approx(5, abs=1e-4)
    assert float(row.std()) == pytest.approx(3, abs=1e-3)
