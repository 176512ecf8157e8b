"""Whatever the article and the draft: offsets are exact, and nothing raises."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.extraction.sentences import split
from summarizer.grounding import ground
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.normalise import fold_typography
from summarizer.schema import Article, Draft, DraftClaim, DraftHighlight, Highlight

WORDS = (
    *("Rents", "rose", "4.5%", "in", "May,", "the", "city's", "housing office", "said:", "“We are", "not”"),
    *("done.", "‘Never’", "—", "1,200", "people", "U.S.", "ﬁnancial", "co-operate", "Müller", "e\u0301tat"),
    *("\u00ad", "\u200b", "北京市", "住房", "。", "「はい」", "अगर", "Россия", "не", "مدينة"),
    *("\u00a0", "\n\n", "İ", "ß", "½", "…", "\x00", "\ud7ff", "😀", "\u2028", "\r"),
)
PLAIN = (
    "Rents",
    "rose",
    "4.5%",
    "in",
    "May",
    "city's",
    "housing-office",
    "“stays”",
    "Mar–May",
    "finance",
    "été",
    "не",
)
DISTORTED = {
    "'": "’",
    "’": "'",
    "“": '"',
    "”": "„",
    '"': "”",
    "-": "‑",
    "–": "—",
    " ": "\u00a0",
    "fi": "ﬁ",
}

texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=30).map(" ".join)
sentence_numbers = st.lists(st.integers(-3, 40) | st.sampled_from([10**18, -(10**18)]), max_size=4).map(tuple)
highlights = st.builds(DraftHighlight, text=texts, sentences=sentence_numbers)
claims = st.builds(
    DraftClaim,
    text=texts,
    sentences=sentence_numbers,
    type=st.just("event"),
    speaker=st.none() | texts,
    reporting_verb=st.none(),
    voice=st.just("asserts"),
    modality=st.just("asserted"),
    checkworthiness=st.just("minor"),
)
drafts = st.builds(
    Draft,
    highlights=st.lists(highlights, max_size=3).map(tuple),
    claims=st.lists(claims, max_size=2).map(tuple),
)
languages = st.sampled_from([None, "en", "de", "es", "fr", "ru", "ar", "hi", "zh", "ja", "ko", "xx"])
plain_texts = st.lists(st.sampled_from(PLAIN), min_size=1, unique=True).map(" ".join)


def article_of(text: str, language: str | None) -> Article:
    """Return an article of `text`, split as extraction does."""
    return Article(text=text, language=language, sentences=split(text, language or "en"))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(texts, languages, drafts)
def test_every_item_comes_back_with_exact_evidence(text: str, language: str | None, draft: Draft) -> None:
    article = article_of(text, language)
    grounded = ground(draft, article)
    assert [h.text for h in grounded.highlights] == [h.text for h in draft.highlights]
    assert [c.id for c in grounded.claims] == [f"c{n}" for n in range(1, len(draft.claims) + 1)]
    for item in (*grounded.highlights, *grounded.claims):
        assert (item.support.label == "supported") == (not item.support.reasons)
        for evidence in item.evidence:
            assert evidence.quote
            assert article.text[evidence.start : evidence.end] == evidence.quote


@settings(deadline=None)
@given(plain_texts, plain_texts)
def test_grounding_is_deterministic(text: str, item: str) -> None:
    draft = Draft(highlights=(DraftHighlight(text=item, sentences=()),), claims=())

    def once() -> tuple[Highlight, ...]:
        return ground(draft, article_of(text, "en")).highlights

    assert once() == once()


@given(texts)
def test_folded_offsets_lead_back_in_order(text: str) -> None:
    folded = fold_typography(text)
    assert len(folded.text) == len(folded.origins)
    assert all(left <= right for left, right in pairwise(folded.origins))
    assert all(0 <= origin < len(text) for origin in folded.origins)


@given(texts, st.data())
def test_a_folded_slice_is_the_fold_of_its_source(text: str, data: st.DataObject) -> None:
    """A slice of folded text, cut anywhere, comes from a source slice that holds all of it."""
    folded = fold_typography(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    left, right = folded.source_range(start, end)
    assert folded.text[start:end].strip() in fold_typography(text[left:right]).text


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold_typography(text).text
    assert fold_typography(once).text == once


@settings(deadline=None)
@given(plain_texts, st.data())
def test_a_quote_with_other_typography_is_located_at_its_exact_place(text: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    distorted = quote
    for plain in data.draw(st.lists(st.sampled_from(sorted(DISTORTED)), unique=True)):
        distorted = distorted.replace(plain, DISTORTED[plain])
    at = data.draw(st.integers(0, len(distorted)))
    distorted = distorted[:at] + data.draw(st.sampled_from(["", "\u00ad", "\u200b"])) + distorted[at:]
    found = ArticleIndex(article_of(text, "en")).locate(f" {distorted}\n")
    assert found is not None
    assert text[found.start : found.end] == quote


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("Le cafe\u0301 ferme.", "café", "cafe\u0301"),
        ("Le café ferme.", "cafe\u0301", "café"),
        ("Er sagte ‹nie›.", "'nie'", "‹nie›"),
        ("Туристы приехали.", "рист", None),
        ("他说今天下雨。", "今天下", "今天下"),
    ],
)
def test_accents_are_compared_however_they_are_written(text: str, quote: str, found: str | None) -> None:
    span = ArticleIndex(article_of(text, "en")).locate(quote)
    assert (span and text[span.start : span.end]) == found
