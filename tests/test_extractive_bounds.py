"""The extractive engine keeps to the words asked for, to a bounded time, and says where it could not."""

import time

import pytest
from articles import article_of

from summarizer.config import load_settings
from summarizer.engines import Proposal
from summarizer.engines.extractive import MAX_SENTENCES, ExtractiveEngine
from summarizer.schema import Article

LONG = (
    "Larkfield sold forty of its oldest trucks and nine of its newest buses to the council of Brenholm and "
    "three villages near it on Monday for a sum that nobody at the firm would name."
)
SHORT = "Norrtal opened a mill in Oderhagen on 3 May 2026 with 212 workers."


def propose(article: Article, **settings: object) -> Proposal:
    return ExtractiveEngine(load_settings(engine="extractive", **settings)).propose(article)


def texts_of(text: str, **settings: object) -> list[str]:
    return [h.text for h in propose(article_of(text), **settings).draft.highlights]


def test_a_sentence_that_comes_again_is_considered_once() -> None:
    article = article_of(" ".join([SHORT] * 2000))
    started = time.process_time()
    draft = propose(article).draft
    assert ([h.text for h in draft.highlights], [c.text for c in draft.claims]) == ([SHORT], [SHORT])
    assert time.process_time() - started < 2


def test_many_sentences_that_differ_by_a_number_take_seconds() -> None:
    sentences = [
        f"The council of Brenholm said on Monday that item {n} will cost {n} pounds." for n in range(1500)
    ]
    article = article_of(" ".join(sentences))
    started = time.process_time()
    assert len(propose(article).draft.highlights) == 5
    assert time.process_time() - started < 8


def test_of_a_text_beyond_the_bound_the_first_sentences_are_considered_and_it_says_so() -> None:
    beyond = "Thea Lind bought the Oderhagen mill on 9 May 2026."
    article = article_of(" ".join([*[SHORT] * MAX_SENTENCES, beyond]))
    proposal = propose(article)
    assert proposal.warnings == ("Only the first 5,000 of the article's 5,001 sentences were considered.",)
    assert beyond not in [h.text for h in proposal.draft.highlights]


def test_a_text_without_full_stops_is_no_sentence() -> None:
    started = time.process_time()
    draft = propose(article_of("Larkfield sold 40 trucks to Norrtal " * 5000 + "in May.")).draft
    assert draft.highlights == draft.claims == ()
    assert time.process_time() - started < 2


def test_a_shorter_sentence_comes_before_one_that_is_longer_than_asked() -> None:
    text = f"{SHORT} Ada Poe is 44. {LONG}"
    assert texts_of(text, highlights=1, max_words=15) == [SHORT]


def test_where_there_is_no_shorter_sentence_the_longer_one_comes_with_a_warning() -> None:
    proposal = propose(article_of(f"{SHORT} {LONG}"), max_words=30)
    assert {h.text for h in proposal.draft.highlights} == {SHORT, LONG}
    assert proposal.warnings == (
        "1 highlight is longer than 30 words: the article says it in no shorter sentence.",
    )


def test_where_no_limit_was_asked_for_a_sentence_may_be_longer() -> None:
    assert propose(article_of(f"{SHORT} {LONG}")).warnings == ()


def test_the_least_number_of_words_gives_highlights_and_the_true_reason() -> None:
    proposal = propose(article_of(f"{SHORT} Larkfield sold 40 trucks to Norrtal in May."), max_words=5)
    assert len(proposal.draft.highlights) == 2
    assert proposal.warnings == (
        "2 highlights are longer than 5 words: the article says it in no shorter sentence.",
    )


def test_what_is_kept_within_the_words_needs_no_warning() -> None:
    assert propose(article_of(SHORT)).warnings == ()


@pytest.mark.parametrize(
    ("text", "bullet", "words"),
    [
        (
            "The Bank of Brenholm on Monday raised its key rate to 6.75%, the ninth increase in a row, and warned that "
            "prices would climb.",
            "The Bank of Brenholm on Monday raised its key rate to 6.75%, the ninth increase in a row.",
            18,
        ),
        (
            "Larkfield Steel, the largest maker of thin sheet in the north, sold 40 trucks (worth 9 million euros) to "
            "Norrtal.",
            "Larkfield Steel sold 40 trucks (worth 9 million euros) to Norrtal.",
            12,
        ),
        (
            "BRENHOLM — Larkfield Steel sold 40 trucks to Norrtal after years of talks about who would pay.",
            "Larkfield Steel sold 40 trucks to Norrtal.",
            9,
        ),
        (
            "The Brenholm court fined Larkfield 2.4 million euros, against the 5 million that was asked for, over a spill "
            "in May.",
            "The Brenholm court fined Larkfield 2.4 million euros, over a spill in May.",
            14,
        ),
    ],
)  # fmt: skip
def test_of_all_cuts_that_fit_the_least_is_made(text: str, bullet: str, words: int) -> None:
    assert texts_of(text, max_words=words) == [bullet]


@pytest.mark.parametrize(
    "text",
    [
        "Larkfield Steel will sell 40 trucks to Norrtal in May, with the mill to follow, if the council agrees.",
        "Using a model tuned to the record, Larkfield and Norrtal expect to lose 55 trucks by May.",
        "The Brenholm mills, the two ports, and the old yard lost 40 workers to Norrtal in May.",
        "Larkfield Steel may sell 40 trucks to Norrtal in May, the council of Brenholm said.",
    ],
    ids=["a condition", "what leads up to the clause", "a list", "who said it"],
)
def test_no_cut_changes_what_is_said(text: str) -> None:
    assert texts_of(text, max_words=9) == [text]


@pytest.mark.parametrize(
    ("language", "text", "words"), [("zh", "布伦霍尔姆市周二宣布关闭钢铁厂，涉及212个工作岗位。", 13)]
)
def test_chinese_is_counted_in_pairs_of_characters(language: str, text: str, words: int) -> None:
    article = article_of(text, language)
    assert propose(article, max_words=words).warnings == ()
    assert propose(article, max_words=words - 1).warnings != ()
