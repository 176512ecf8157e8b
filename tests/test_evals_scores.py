"""Scores of one article: what a perfect, a lazy and a dangerous output get."""

from dataclasses import replace
from pathlib import Path

import pytest
from eval_gold import write_gold

from summarizer.evals.gold import Labels, load_gold
from summarizer.evals.scores import COUNTS, HEADLINE, METRICS, House, failed, score
from summarizer.evals.statement import Fields, Statement, Statements, of_labels, with_shuffled_evidence
from summarizer.evals.systems import read_article
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading

HOUSE = House(highlights=3)


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> tuple[Labels, ArticleIndex]:
    gold = load_gold(write_gold(tmp_path_factory.mktemp("g")))[0]
    return gold.labels, ArticleIndex(read_article(gold.page))


@pytest.fixture(scope="module")
def perfect(ferry: tuple[Labels, ArticleIndex]) -> Statements:
    return of_labels(*ferry)


def scored(said: Statements, ferry: tuple[Labels, ArticleIndex], house: House = HOUSE) -> dict[str, float]:
    return score(said, *ferry, house).scores


def item(text: str, *sentences: int, support: str = "supported") -> Statement:
    return Statement("x", text, Reading(text, "en"), frozenset(sentences), None, support)  # type: ignore[arg-type]


def test_the_gold_itself_is_perfect(perfect: Statements, ferry: tuple[Labels, ArticleIndex]) -> None:
    assert scored(perfect, ferry) == pytest.approx(dict.fromkeys(METRICS, 1.0))


def test_nothing_said_scores_nothing_and_nothing_is_nan(ferry: tuple[Labels, ArticleIndex]) -> None:
    assert scored(Statements((), ()), ferry) == dict.fromkeys(METRICS, 0.0) == failed()[0]


def test_a_must_counts_more_than_a_may(perfect: Statements, ferry: tuple[Labels, ArticleIndex]) -> None:
    must, _, may = perfect.highlights
    assert scored(Statements((must,), ()), ferry)["coverage"] == pytest.approx(3 / 6)
    assert scored(Statements((may,), ()), ferry)["coverage"] == pytest.approx(1 / 6)


def test_coverage_stops_at_what_was_asked_for(
    perfect: Statements, ferry: tuple[Labels, ArticleIndex]
) -> None:
    """Whoever gives more than was asked for is not read to the end."""
    assert scored(perfect, ferry, House(highlights=1))["coverage"] == pytest.approx(3 / 6)
    assert scored(perfect, ferry, House(highlights=3, max_words=5))["coverage"] == pytest.approx(3 / 6)


def test_saying_it_twice_costs_precision(perfect: Statements, ferry: tuple[Labels, ArticleIndex]) -> None:
    twice = Statements(perfect.highlights * 2, perfect.claims * 2)
    found = score(twice, *ferry, HOUSE)
    assert found.scores["highlight_precision"] == found.scores["claim_precision"] == 0.5
    assert found.scores["claim_recall"] == 1.0
    assert found.counts["duplicate"] == 3


def test_splits_merges_misses_and_extras_are_counted(ferry: tuple[Labels, ArticleIndex]) -> None:
    parts = (
        item("Norvik Ferries carried 21,400 passengers last winter.", 1),
        item("Norvik Ferries carried 12 percent fewer passengers last winter than a year before.", 1),
        item("The council of Skarrow may pay for two extra sailings if the regional fund agrees.", 4),
    )
    counts = score(Statements((), parts), *ferry, HOUSE).counts
    assert {name: counts[name] for name in COUNTS} == {
        "split": 1,
        "merged": 0,
        "duplicate": 0,
        "missed": 2,
        "extra": 1,
    }


def test_wrong_evidence_is_seen_apart_from_the_words(
    perfect: Statements, ferry: tuple[Labels, ArticleIndex]
) -> None:
    spoilt = scored(with_shuffled_evidence(perfect), ferry)
    assert spoilt["evidence_f1"] < 0.5
    assert spoilt["supported"] == 1.0


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("type", {"type": "opinion"}),
        ("polarity", {"polarity": "negative"}),
        ("modality", {"modality": "hedged"}),
        ("quantities", {"quantities": (14.0,)}),
    ],
)
def test_each_field_is_compared(
    perfect: Statements, ferry: tuple[Labels, ArticleIndex], name: str, change: dict[str, object]
) -> None:
    first = perfect.claims[0]
    assert isinstance(first.fields, Fields)
    wrong = replace(first, fields=replace(first.fields, **change))  # type: ignore[arg-type]
    found = scored(Statements((), (wrong, *perfect.claims[1:])), ferry)
    lost = 1 / 3 if name == "quantities" else 1.0  # one of two values is there: F1 2/3
    assert found[name] == pytest.approx(1 - lost / 3)
    assert found["claim_f1"] == 1.0


def test_values_are_the_same_within_half_a_percent(
    perfect: Statements, ferry: tuple[Labels, ArticleIndex]
) -> None:
    first = perfect.claims[0]
    assert isinstance(first.fields, Fields)
    near = replace(first, fields=replace(first.fields, quantities=(14.01, 9.0)))
    assert scored(Statements((), (near,)), ferry)["quantities"] == 1.0


@pytest.mark.parametrize(("support", "counted"), [("supported", 1), ("partial", 0)])
def test_a_must_not_claim_counts_unless_it_was_set_apart(
    ferry: tuple[Labels, ArticleIndex], support: str, counted: int
) -> None:
    wrong = item("The council of Skarrow will pay for two extra sailings.", 4, support=support)
    found = score(Statements((wrong,), ()), *ferry, HOUSE)
    assert [one.must_not for one in found.asserted] == ["m1"]
    assert found.counts["must_not"] == counted


def test_the_true_sentence_is_not_the_must_not_claim(
    perfect: Statements, ferry: tuple[Labels, ArticleIndex]
) -> None:
    assert score(perfect, *ferry, HOUSE).asserted == ()


def test_the_headline_metrics_are_metrics() -> None:
    assert set(HEADLINE) <= set(METRICS)


def test_too_many_and_too_few_highlights_both_cost(
    perfect: Statements, ferry: tuple[Labels, ArticleIndex]
) -> None:
    assert scored(Statements(perfect.highlights[:2], ()), ferry)["count"] == pytest.approx(2 / 3)
    assert scored(Statements(perfect.highlights * 2, ()), ferry)["count"] == pytest.approx(1 / 2)


def test_gold_folder_is_read_from_where_it_lies(tmp_path: Path) -> None:
    assert load_gold(write_gold(tmp_path))[0].page == tmp_path / "articles" / "ferry.txt"
