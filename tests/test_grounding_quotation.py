"""Words in quotation marks: read in any typography, and checked against the article."""

import pytest
from harwick import found, index_of

from summarizer.grounding.checks import quotation
from summarizer.grounding.readers.quotation import Quotation, read_quotations


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “we will” and left.", ["we will"]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("Er sagte: »Wir gehen.«", ["Wir gehen."]),
        ("« Nous partons », dit-il.", ["Nous partons"]),
        ("Han sade: ”Vi går.”", ["Vi går."]),
        ("社長は「成長する」と述べた。", ["成長する"]),
        ("A 'free' lunch, a ‘fair’ price", ["free", "fair"]),
        ("She said ``no way'' twice.", ["no way"]),
        ("“He told me ‘never again’ twice,” she said.", ["He told me ‘never again’ twice,", "never again"]),
    ],
)
def test_quotation_marks_of_every_kind_are_read(text: str, quotes: list[str]) -> None:
    assert [quotation.text for quotation in read_quotations(text)] == quotes


@pytest.mark.parametrize(
    "text",
    [
        "The players’ union didn't stop in the ’90s, and 'twas the boss's fault.",
        'The board is 6\'2" wide and the screen 12" across.',
        "Rock ’n’ roll",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotation_marks(text: str) -> None:
    assert read_quotations(text) == ()


def test_offsets_leave_the_marks_out() -> None:
    assert read_quotations("He said “we will”.") == (Quotation("we will", 9, 16),)


def test_a_quotation_left_open_runs_to_the_end() -> None:
    assert [quotation.text for quotation in read_quotations("“We will go on.")] == ["We will go on."]


@pytest.mark.parametrize(
    "item",
    [
        'Lind said: "We cannot wait any longer."',
        "Lind said the city “cannot wait”.",
        "“We … wait any longer,” Lind said.",
        "“We [in Harwick] cannot wait any longer,” Lind said.",
        "“we cannot wait any longer”, said Lind",
        "Lind called the Harwick ‘Gazette’.",
    ],
)
def test_a_verbatim_quotation_passes(item: str) -> None:
    assert found(quotation.check, item, [4]) == []


@pytest.mark.parametrize(
    ("item", "quote"),
    [
        ("“We cannot wait any more,” Lind said.", "We cannot wait any more,"),
        ("“We can wait any longer,” Lind said.", "We can wait any longer,"),
        ("Lind said the city is “desperate”.", "desperate"),
        ("“Any longer … we cannot wait,” Lind said.", "Any longer … we cannot wait,"),
        ("“We cannot wai” was what Lind said.", "We cannot wai"),
    ],
)
def test_an_altered_quotation_is_caught(item: str, quote: str) -> None:
    assert found(quotation.check, item, [4]) == [("quote_altered", quote)]


def test_a_quotation_may_stand_anywhere_in_the_article() -> None:
    assert found(quotation.check, "“We cannot wait any longer,” Lind said.", [0]) == []


def test_a_long_quotation_is_shown_cut() -> None:
    index = index_of("Nobody spoke.")
    ((_, detail),) = found(quotation.check, f"She said “{'never ' * 20}again”.", [0], index)
    assert len(detail) <= 61
    assert detail.endswith("…")
