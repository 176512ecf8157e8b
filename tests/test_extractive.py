"""The extractive engine: which sentences become bullets, and what a rule can tell of a claim."""

import pytest
from articles import article_of

from summarizer.config import load_settings
from summarizer.engines.extractive import NO_TRANSLATION, ExtractiveEngine
from summarizer.grounding import ground
from summarizer.schema import Article, Draft, DraftClaim

NEWS = article_of(
    "Larkfield Steel will close its rolling mill in Oderhagen on 3 June 2026, ending 212 jobs. "
    "Are you reading Metal Letter every morning?\n\n"
    "“We ran out of orders,” said Petra Voss, the chief executive. "
    "She said the Oderhagen mill lost 14 million euros in 2025. "
    "However, the union IG Stahl rejected the plan and called a strike for Friday.\n\n"
    "As Metal Letter has reported, Larkfield bought the mill in 2019 from Norrtal Group. "
    "Subscribe to our newsletter for more.\n\n"
    "The closure could raise prices of thin sheet because only two other mills in the region make it. "
    "This is bad news. "
    "We think the state should act.",
    title="Larkfield Steel closes its Oderhagen mill",
    site="Metal Letter",
    published="2026-05-06",
)


def draft_of(article: Article, **settings: object) -> Draft:
    return ExtractiveEngine(load_settings(engine="extractive", **settings)).propose(article).draft


def claims_of(text: str) -> tuple[DraftClaim, ...]:
    return draft_of(article_of(text, published="2026-05-06")).claims


def test_the_news_comes_first() -> None:
    assert draft_of(NEWS).highlights[0].text.startswith("Larkfield Steel will close its rolling mill")


def test_promotion_questions_and_comment_are_no_highlights() -> None:
    texts = " ".join(h.text for h in draft_of(NEWS, highlights=15).highlights)
    for leak in ("Are you reading", "Subscribe", "We think", "Metal Letter"):
        assert leak not in texts


def test_what_the_publication_says_in_its_own_voice_is_no_highlight() -> None:
    news = "Larkfield sold 40 trucks to Norrtal in May, Ada Poe told Metal Letter."
    voice = "For Europe, this shows what Metal Letter suggests is an urgent need for more mills."
    texts = [h.text for h in draft_of(article_of(f"{news} {voice}", site="Metal Letter")).highlights]
    assert texts == [news]


def test_a_lead_in_is_trimmed() -> None:
    texts = [h.text for h in draft_of(NEWS, highlights=15).highlights]
    assert "Larkfield bought the mill in 2019 from Norrtal Group." in texts
    assert "The union IG Stahl rejected the plan and called a strike for Friday." in texts
    first = article_of(
        "As Metal Letter was first to report in May, Larkfield Steel sold 40 trucks to Norrtal."
    )
    assert draft_of(first).highlights[0].text == "Larkfield Steel sold 40 trucks to Norrtal."


def test_the_count_is_kept_and_no_sentence_comes_twice() -> None:
    for count in (1, 3, 15):
        highlights = draft_of(NEWS, highlights=count).highlights
        assert len(highlights) <= count
        assert len({h.sentences for h in highlights}) == len(highlights)


def test_a_long_sentence_is_cut_at_its_tail() -> None:
    text = (
        "The city of Brenholm approved a new tram line on Monday, which will run from the harbour "
        "through the old town and past the hospital to the university and the airport."
    )
    bullets = draft_of(article_of(text), max_words=15).highlights
    assert [h.text for h in bullets] == ["The city of Brenholm approved a new tram line on Monday."]


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        (
            "An official at the ministry in Brenholm, who spoke on the sidelines of a fair, said a loan of 60 million "
            "euros made in 2023 would stay.",
            "An official at the ministry in Brenholm said a loan of 60 million euros made in 2023 would stay.",
        ),
        (
            "Nickel fell to 16,400 dollars a tonne in Brenholm on Friday as Norrtal Group, which mines most of it, "
            "kept adding supply.",
            "Nickel fell to 16,400 dollars a tonne in Brenholm on Friday as Norrtal Group kept adding supply.",
        ),
    ],
)
def test_a_clause_in_mid_sentence_goes_and_the_main_one_stays(text: str, bullet: str) -> None:
    assert [h.text for h in draft_of(article_of(text), max_words=19).highlights] == [bullet]


def test_everything_proposed_is_supported() -> None:
    draft = draft_of(NEWS, highlights=15)
    grounded = ground(draft, NEWS)
    labels = {item.support.label for item in (*grounded.highlights, *grounded.claims)}
    assert labels == {"supported"}


def test_a_quotation_has_its_speaker_and_voice() -> None:
    claim = next(c for c in draft_of(NEWS).claims if "ran out of orders" in c.text)
    assert (claim.speaker, claim.reporting_verb, claim.voice) == ("Petra Voss", "said", "quotes")


def test_a_leading_pronoun_is_resolved() -> None:
    claim = next(c for c in draft_of(NEWS).claims if "14 million" in c.text)
    assert claim.text == "Petra Voss said the Oderhagen mill lost 14 million euros in 2025."
    assert (claim.speaker, claim.voice, claim.type) == ("Petra Voss", "paraphrases", "quantity")


def test_no_claim_leans_on_another_sentence() -> None:
    assert not [
        c.text for c in draft_of(NEWS).claims if c.text.split()[0] in {"He", "She", "It", "This", "They"}
    ]


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("Larkfield will open a mill in Brenholm in 2027.", "prediction", "predicted"),
        ("Larkfield may open a mill in Brenholm in 2027.", "event", "hedged"),
        ("Drivers in Brenholm must pay 40 crowns to cross the bridge.", "rule", "asserted"),
        ("Prices in Brenholm rose 4% because two mills closed.", "causal", "asserted"),
        ("Larkfield shipped 4,000 tonnes of sheet from Brenholm.", "quantity", "asserted"),
        ("Larkfield opened its mill in Brenholm on Tuesday.", "event", "asserted"),
        ("Larkfield will leave Brenholm if the council raises the tax.", "event", "conditional"),
    ],
)
def test_type_and_modality_are_read_off(text: str, kind: str, modality: str) -> None:
    claim = claims_of(text)[0]
    assert (claim.type, claim.modality) == (kind, modality)


def test_coordinated_clauses_become_two_claims() -> None:
    claims = claims_of("Larkfield sold 40 trucks in May, and the Oderhagen council bought 12 buses.")
    assert [c.text for c in claims] == [
        "Larkfield sold 40 trucks in May.",
        "The Oderhagen council bought 12 buses.",
    ]


def test_a_shared_subject_is_repeated() -> None:
    claims = claims_of("Larkfield sold 40 trucks in May, but lost 3 million euros on its buses.")
    assert [c.text for c in claims] == [
        "Larkfield sold 40 trucks in May.",
        "Larkfield lost 3 million euros on its buses.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Larkfield sold 40 trucks in May, and the Oderhagen council bought 12 of them.",
        "Larkfield sold 40 trucks in May, but lost 3 million euros on them.",
        "Larkfield asked 40 buyers in May, and three had signed a contract by June.",
    ],
)
def test_a_clause_that_leans_on_the_one_before_is_not_split_off(text: str) -> None:
    assert [c.text for c in claims_of(text)] == [text]


ANALYST = "Thea Lind, an analyst at the broker Corrigan, expects higher prices in 2027."


@pytest.mark.parametrize(
    ("before", "text", "claim"),
    [
        (ANALYST, "Of 22 buyers her firm questioned in May, 14 had no second supplier.", "Of 22 buyers Thea Lind's firm questioned in May, 14 had no second supplier."),
        (ANALYST, "By her count, prices rose 4% in May.", "By Thea Lind's count, prices rose 4% in May."),
        (ANALYST, "A price of 40 euros in May seems too high to her.", "A price of 40 euros in May seems too high to Thea Lind."),
        (ANALYST, "Prices rose 4% in May, she said.", "Prices rose 4% in May, Thea Lind said."),
        (ANALYST, "Her firm questioned 22 buyers in May.", "Thea Lind's firm questioned 22 buyers in May."),
        ("Thea Lind, an analyst at the broker Corrigan Vale, expects more.", "Her firm questioned 22 buyers in May.", "Thea Lind's firm questioned 22 buyers in May."),
        ("Ole Haug, 54, was arrested with his wife, Anna Holm, 50.", "She said in court that 40 trucks were sold in May.", "Anna Holm said in court that 40 trucks were sold in May."),
    ],
)  # fmt: skip
def test_the_name_of_whoever_is_meant_is_put_in(before: str, text: str, claim: str) -> None:
    assert claims_of(f"{before} {text}")[-1].text == claim


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("", "Of 22 buyers her firm questioned in May, 14 had no second supplier."),
        (f"{ANALYST} At the mill, Ada Poe sold 40 trucks.", "Prices rose 4% in May, she said."),
        (
            f"{ANALYST} The judge said the firm had to pay 3 million euros.",
            "By her count, prices rose 4% in May.",
        ),
        (f"{ANALYST} He called it a risk.", "Prices rose 4% in May, she said."),
        ("Customs figures say that Brenholm exports 40 trucks.", "In May, 14 left his yard in Oderhagen."),
        ("Ada Poe died on Friday. Her daughter, Mia Poe-Lund, said so.", "She sold 40 trucks in May."),
        ("Ada Poe met Thea Lind on Friday.", "She said she had sold 40 trucks in May."),
        ("Ingmar Vane sued Corin Lask in 2023.", "He said the 48,000 euros lent in May were a gift."),
    ],
    ids=[
        "nobody",
        "somebody else",
        "an office",
        "the other sex",
        "no person",
        "her own sex",
        "two women",
        "two of unknown sex",
    ],
)
def test_nobodys_name_is_put_in_where_there_is_doubt(before: str, text: str) -> None:
    texts = [c.text for c in claims_of(f"{before} {text}".strip())]
    assert not [claim for claim in texts if "in May" in claim or "In May" in claim]


def test_a_pronoun_that_its_own_sentence_explains_stays() -> None:
    text = "Ada Poe, a trader in Brenholm, sold 40 of her trucks in May."
    assert [c.text for c in claims_of(f"{ANALYST} {text}")][-1] == text


@pytest.mark.parametrize(
    ("before", "text", "claim"),
    [
        ("The Brenholm council asked 22 buyers.", "Only three had signed a contract by May.", "Only three of the 22 buyers had signed a contract by May."),
        ("Members of the Brenholm council took up eleven motions.", "Three passed, seven failed and one was withdrawn in May.", "Three of the eleven motions passed, seven failed and one was withdrawn in May."),
        ("The Brenholm trial included 612 patients.", "Half of them wore goggles in May.", "Half of the 612 patients wore goggles in May."),
    ],
)  # fmt: skip
def test_what_a_number_counts_is_put_in_from_the_sentence_before(before: str, text: str, claim: str) -> None:
    found = claims_of(f"{before} {text}")[-1]
    assert (found.text, found.sentences) == (claim, (1, 2))


LEANING = [
    "Only three had signed a contract with Norrtal by May.", "The other two moved 40 trucks to Brenholm.",
    "One restores 40 houses in Brenholm.", "Another had 40 houses in Brenholm.", "Some 870 others left Brenholm in May.", "Seven of them went to Brenholm in May.",
    "Until then 130 people will work in Brenholm.", "Cargoes loaded before that date may leave Brenholm.",
    "The other 49% belongs to Norrtal.", "“The mill in Brenholm lost 40 workers in May.”",
]  # fmt: skip


@pytest.mark.parametrize("text", LEANING)
@pytest.mark.parametrize(
    "before", ["Larkfield closed its mill.", "Larkfield sold 22 trucks and 14 buses.\n\n"]
)
def test_a_sentence_that_says_half_of_something_is_no_claim(before: str, text: str) -> None:
    assert text not in [c.text for c in claims_of(f"{before} {text}")]
    assert "Brenholm" not in " ".join(c.text for c in claims_of(f"{before} {text}"))


def test_a_part_of_what_its_own_sentence_names_is_a_claim() -> None:
    text = "Of the 41 residents of Brenholm who spoke, most wanted lower taxes."
    assert [c.text for c in claims_of(text)] == [text]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article said the mill in Brenholm had 40 workers. The right number is 60.",
        "Correction, 9 May 2026: The mill in Brenholm has 60 workers, not 40.",
        "The mill in Brenholm has 60 workers. This article was corrected at 2.40pm on 15 May.",
        "In einer früheren Version hieß es, das Werk in Brenholm habe 40 Arbeiter.",
    ],
)
def test_a_correction_of_the_article_is_no_news(note: str) -> None:
    news = "Larkfield sold 40 trucks in May."
    draft = draft_of(article_of(f"{news}\n\n{note}"))
    assert [c.text for c in draft.claims] == [h.text for h in draft.highlights] == [news]


def test_of_many_claims_the_most_check_worthy_are_kept_in_their_order() -> None:
    plain = [f"Larkfield opened the {word} hall of its mill." for word in ("north", "south", "east", "west")]
    dated = [f"Larkfield sold {number} trucks to Norrtal on 3 May 2026." for number in range(100, 129)]
    texts = [c.text for c in claims_of(" ".join([*plain[:2], *dated, *plain[2:]]))]
    assert texts == [plain[0], *dated]


def test_a_list_is_not_split() -> None:
    text = "Larkfield makes sheet, rails, and the beams of 14 bridges in Brenholm."
    assert [c.text for c in claims_of(text)] == [text]


def test_what_cannot_be_checked_is_no_claim() -> None:
    assert claims_of("It was a long and quiet morning by the grey water.") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Die Stadt Brenholm schließt am 3. Juni 2026 ihr Stahlwerk. Das sagte Jan Voss am Montag.",
        ),
        ("zh", "布伦霍尔姆市周二宣布关闭钢铁厂，涉及212个工作岗位。市长表示，工厂去年亏损1400万欧元。"),
        ("ar", "أعلنت مدينة برنهولم يوم الثلاثاء إغلاق مصنع الصلب الذي يعمل فيه 212 عاملا."),
    ],
)
def test_other_languages_give_supported_highlights(language: str, text: str) -> None:
    article = article_of(text, language)
    grounded = ground(draft_of(article), article)
    assert grounded.highlights
    assert {h.support.label for h in grounded.highlights} == {"supported"}


def test_a_translation_is_not_pretended() -> None:
    proposal = ExtractiveEngine(load_settings(engine="extractive", language="de")).propose(NEWS)
    assert proposal.warnings == (NO_TRANSLATION,)


def test_an_empty_article_gives_an_empty_draft() -> None:
    assert draft_of(Article(text="", sentences=())) == Draft(highlights=(), claims=())
