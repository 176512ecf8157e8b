"""Which statements match: alike in words and evidence, and different in nothing that matters."""

import pytest
from eval_gold import write_gold

from summarizer.evals.matching import align, likeness, speakers_agree, veto
from summarizer.evals.statement import Fields, Statement
from summarizer.evals.systems import read_article
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> ArticleIndex:
    return ArticleIndex(read_article(write_gold(tmp_path_factory.mktemp("g")) / "articles" / "ferry.txt"))


def said(text: str, *sentences: int, speaker: str | None = None) -> Statement:
    fields = Fields("event", speaker, "affirmative", "asserted", ()) if speaker else None
    return Statement(text, text, Reading(text, "en"), frozenset(sentences), fields)


CUT = "Norvik Ferries will cut its winter sailings from 14 to 9 a week."


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("Norvik Ferries will cut its winter sailings from 14 to 8 a week.", "number"),
        ("Norvik Ferries will not cut its winter sailings from 14 to 9 a week.", "negation"),
        ("Borealis Metals will cut its winter sailings from 14 to 9 a week.", "name"),
        ("Norvik Ferries will cut its winter sailings from 14 to 9 a week, Tomas Reyes said.", "speaker"),
    ],
)
def test_a_changed_meaning_is_no_match_however_alike(index: ArticleIndex, other: str, reason: str) -> None:
    one, two = said(CUT, 0), said(other, 0)
    assert likeness(one, two, index) > 0.8
    assert veto(one, two, index) == veto(two, one, index) == reason
    assert align([two], [one], index).pairs == ()
    assert align([two], [one], index).vetoes == {(0, 0): reason}


@pytest.mark.parametrize(
    "other",
    [
        "Norvik Ferries will cut winter sailings to 9 a week.",
        "Winter sailings will be cut from 14 to nine a week, Norvik Ferries said on Monday.",
        "Norvik Ferries, which carried 21,400 passengers last winter, will cut winter sailings from 14 to 9 a week.",
    ],
)
def test_the_same_fact_in_other_words_matches(index: ArticleIndex, other: str) -> None:
    assert veto(said(CUT, 0), said(other, 0), index) is None
    assert len(align([said(other, 0)], [said(CUT, 0)], index).pairs) == 1


def test_claims_with_different_speakers_do_not_match(index: ArticleIndex) -> None:
    text = "The port had not been told in advance."
    assert (
        veto(said(text, 2, speaker="Ines Calder"), said(text, 2, speaker="Norvik Ferries"), index)
        == "speaker"
    )
    assert veto(said(text, 2, speaker="Ines Calder"), said(text, 2, speaker="Calder"), index) is None


def test_the_assignment_is_the_best_one_not_the_greedy_one(index: ArticleIndex) -> None:
    """A greedy choice would give the first row the first column and leave the second with nothing."""
    gold = [said(CUT, 0), said("Norvik Ferries will cut its winter sailings, the company said on Monday.", 0)]
    both = said(
        "Norvik Ferries will cut its winter sailings from 14 to 9 a week, the company said on Monday.", 0
    )
    found = align([both, said(CUT, 0)], gold, index)
    assert [(pair.system, pair.gold) for pair in found.pairs] == [(0, 1), (1, 0)]


def test_nothing_matches_nothing(index: ArticleIndex) -> None:
    assert align([], [said(CUT, 0)], index).pairs == align([said(CUT, 0)], [], index).pairs == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ines Calder", "Calder", True),
        ("harbour master Ines Calder", "Ines Calder", True),
        ("Ines Calder", "Tomas Reyes", False),
        (None, None, True),
        (None, "Ines Calder", False),
    ],
)
def test_speakers_agree_by_name(one: str | None, other: str | None, same: bool) -> None:
    assert speakers_agree(one, other, "en") is speakers_agree(other, one, "en") is same
