"""Search, labels and evidence: from a draft to grounded items."""

import gc
from weakref import ref

import pytest
from articles import article_of
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding import ground, ground_item
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import Article, Draft, DraftClaim, DraftHighlight

TEXT = (
    "The harbour council of Velmouth approved a 52.63% rise in mooring fees on Tuesday. "
    "Fishing crews had asked for a delay until October.\n\n"
    "“We cannot repair the east pier with promises,” said Ines Kolar, who chairs the council. "
    "The Velmouth Crews Association (VCA) may appeal to the county court.\n\n"
    "A study by Tarn Consulting did not find that higher fees reduce landings. "
    "Tarn Consulting was paid 1.2 million crowns by the county."
)
ARTICLE = article_of(TEXT, published="2026-03-12")


def label(text: str, *sentences: int) -> str:
    return ground_item(text, sentences, ArticleIndex(ARTICLE))[1].label


def codes(text: str) -> list[str]:
    return [reason.code for reason in ground_item(text, (), ArticleIndex(ARTICLE))[1].reasons]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour council of Velmouth approved a 52.63% rise in mooring fees on Tuesday.",
        "Velmouth's harbour council approved a 52.63 percent rise in mooring fees.",
        "Ines Kolar said: “We cannot repair the east pier with promises.”",
        'Kolar, who chairs the council, said "We cannot repair the east pier with promises".',
        "The VCA may appeal to the county court.",
        "The county paid Tarn Consulting 1,200,000 crowns.",
        "A study by Tarn Consulting did not find that higher fees reduce landings.",
    ],
)
def test_what_the_article_says_is_supported(text: str) -> None:
    assert label(text) == "supported"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour council of Velmouth approved a 52.36% rise in mooring fees.", "number_missing"),
        ("The harbour council approved a 52.63% rise in mooring fees on Monday.", "date_missing"),
        ("The harbour council of Karsholm approved a 52.63% rise in mooring fees.", "name_missing"),
        ("The harbour council did not approve a 52.63% rise in mooring fees.", "negation_added"),
        ("A study by Tarn Consulting did find that higher fees reduce landings.", "negation_dropped"),
        ("The VCA will appeal to the county court.", "modality_changed"),
        ("Rolf Daum said: “We cannot repair the east pier with promises.”", "speaker_changed"),
        ("Ines Kolar said: “We can repair the east pier with promises.”", "quote_altered"),
        ("Tarn Consulting paid the county 1.2 million crowns.", "roles_swapped"),
        ("The ferry line to Oskholm was shut by drifting ice.", "no_evidence"),
    ],
)
def test_one_change_of_meaning_is_never_supported(text: str, code: str) -> None:
    assert code in codes(text)
    assert label(text) != "supported"


def test_wrong_sentence_numbers_are_mended_by_a_search() -> None:
    """A draft that points at the wrong place gets the right evidence all the same."""
    evidence, support = ground_item(
        "Tarn Consulting was paid 1.2 million crowns.", (1, 99), ArticleIndex(ARTICLE)
    )
    assert [e.quote for e in evidence] == ["Tarn Consulting was paid 1.2 million crowns by the county."]
    assert support.label == "supported"


def test_an_item_may_rest_on_two_sentences() -> None:
    text = "The council approved a 52.63% rise in mooring fees, though fishing crews had asked for a delay."
    evidence, support = ground_item(text, (), ArticleIndex(ARTICLE))
    assert support.label == "supported"
    assert [e.start for e in evidence] == [0, 83]


def test_no_evidence_means_an_empty_list() -> None:
    evidence, support = ground_item("Penguins elected a bishop.", (1, 2), ArticleIndex(ARTICLE))
    assert (evidence, support.label) == ((), "unsupported")


def test_a_flat_contradiction_is_unsupported_and_a_wrong_number_partial() -> None:
    assert label("The harbour council did not approve a 52.63% rise in mooring fees.") == "unsupported"
    assert label("The harbour council approved a 52.36% rise in mooring fees on Tuesday.") == "partial"


def test_a_translation_is_never_called_supported() -> None:
    text = "Der Hafenrat von Velmouth hat am Dienstag eine Erhöhung der Liegegebühren um 52,63 % gebilligt."
    assert (label(text), "other_language" in codes(text)) == ("partial", True)
    assert "number_missing" in codes(text.replace("52,63", "52,36"))


def test_claims_get_their_facts_from_our_own_readers() -> None:
    claim = DraftClaim(
        text="Tarn Consulting did not find in Velmouth on Tuesday that 1.2 million crowns reduce landings.",
        sentences=(5,), type="quantity", speaker=None, reporting_verb=None, voice="asserts",
        modality="asserted", checkworthiness="check_worthy",
    )  # fmt: skip
    found = ground(Draft(highlights=(), claims=(claim,)), ARTICLE).claims[0]
    assert (found.id, found.polarity, found.time, found.place) == ("c1", "negative", "Tuesday", "Velmouth")
    assert [(q.value, q.text) for q in found.quantities] == [(1_200_000, "1.2 million crowns")]
    assert found.entities == ("Tarn Consulting", "Velmouth")


def test_a_claim_with_the_wrong_speaker_is_not_supported() -> None:
    def grounded(speaker: str) -> str:
        claim = DraftClaim(
            text="The east pier cannot be repaired with promises.",
            sentences=(3,), type="opinion", speaker=speaker, reporting_verb="said", voice="paraphrases",
            modality="asserted", checkworthiness="minor",
        )  # fmt: skip
        return ground(Draft(highlights=(), claims=(claim,)), ARTICLE).claims[0].support.label

    assert grounded("Ines Kolar") == "supported"
    assert grounded("Rolf Daum") != "supported"


def test_search_finds_the_sentence_that_covers_most() -> None:
    index = ArticleIndex(ARTICLE)
    assert index.search(Reading("crews wanted a delay until October", "en"))[0] == 1
    assert index.search(Reading("zebra xylophone", "en")) == ()


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ('"We cannot repair the east pier', "“We cannot repair the east pier"),
        ("a 52.63%   rise\nin mooring", "a 52.63% rise in mooring"),
        ("ASSOCIATION (vca)", "Association (VCA)"),
        ("moo\u00adring fees", "mooring fees"),
        ("arbour council", None),
        ("rise in moor", None),
        ("52.6", None),
        ("2.63%", None),
        ("", None),
        ("  ", None),
    ],
)
def test_a_quote_is_located_up_to_typography_and_never_inside_a_word(quote: str, found: str | None) -> None:
    span = ArticleIndex(ARTICLE).locate(quote)
    assert (span and ARTICLE.text[span.start : span.end]) == found


DISTORTIONS = {"“": '"', "”": '"', " ": " \u00a0", "a": "\u00ada", "fi": "ﬁ", "-": "–"}


@given(st.integers(0, 60), st.integers(1, 30), st.sets(st.sampled_from(sorted(DISTORTIONS))))
def test_any_run_of_words_is_located_however_it_is_set(first: int, count: int, distorted: set[str]) -> None:
    words = TEXT.split()
    run = words[first % len(words) : first % len(words) + count]
    quote = " ".join(run)
    for plain in sorted(distorted):
        quote = quote.replace(plain, DISTORTIONS[plain])
    span = ArticleIndex(ARTICLE).locate(quote)
    assert span is not None
    assert ARTICLE.text[span.start : span.end].lower().split() == " ".join(run).lower().split()


TEXTS = st.text(st.sampled_from("aA1 .,“”\"'-\n¡é中文。的 不not ﬁ\u00ad\u200b😀٣%$"), max_size=80) | st.text(
    max_size=60
)


@given(TEXTS, st.lists(st.tuples(TEXTS, st.lists(st.integers(-3, 99), max_size=4)), max_size=3))
def test_grounding_never_fails_and_every_span_is_exact(text: str, items: list[tuple[str, list[int]]]) -> None:
    article = article_of(text)
    draft = Draft(highlights=tuple(DraftHighlight(text=t, sentences=tuple(n)) for t, n in items), claims=())
    grounded = ground(draft, article)
    assert [h.text for h in grounded.highlights] == [t for t, _ in items]
    for evidence in (e for h in grounded.highlights for e in h.evidence):
        assert article.text[evidence.start : evidence.end] == evidence.quote


def test_an_article_without_sentences_supports_nothing() -> None:
    empty = Article(text="", sentences=())
    draft = Draft(highlights=(DraftHighlight(text="Anything.", sentences=(1,)),), claims=())
    assert ground(draft, empty).highlights[0].support.label == "unsupported"


def test_an_article_that_nobody_holds_is_forgotten_with_its_names() -> None:
    """A server grounds articles for weeks: none may stay in memory once its answer is given."""
    index = ArticleIndex(ARTICLE)
    ground_item("Ines Kolar, who chairs the council, was paid by Tarn Consulting.", (3,), index)
    held = ref(index)
    del index
    gc.collect()
    assert held() is None
