"""Who speaks, in what mood, and whether a sentence stands alone: read by rule, left open in doubt."""

import pytest
from articles import article_of

from summarizer.config import load_settings
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.grounding import ground
from summarizer.schema import Draft, DraftClaim


def draft_of(text: str, language: str = "en") -> Draft:
    article = article_of(text, language, published="2026-05-06")
    return ExtractiveEngine(load_settings(engine="extractive", highlights=10)).propose(article).draft


def last_claim(text: str) -> DraftClaim:
    return draft_of(text).claims[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Poe and the council closed 9 mills in May, she said.", "Ada Poe"),
        ("Ola Voss said he sold 40 trucks. “Prices rose 4% in May,” he said.", "Ola Voss"),
        ("Norrtal will not close the 9 mills, it said.", "Norrtal"),
        (
            "Judge Ola Voss said the case was over. The court did not find Ada Poe guilty in May, he added.",
            None,
        ),
        ("Prices at the Brenholm mill rose 4% in May, she said.", None),
        ("About 44 percent of the people of Brenholm say they want lower taxes.", None),
        ("Ola Voss, who joked about his 40 trucks, could see the mill of Brenholm.", None),
    ],
)
def test_the_speaker_is_a_name_or_nobody(text: str, speaker: str | None) -> None:
    claims = draft_of(text).claims
    assert [c.speaker for c in claims[-1:]] in ([speaker], [])
    assert speaker is None or claims[-1].speaker == speaker
    assert speaker is not None or all(c.reporting_verb is None for c in claims[-1:])


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Residents of Brenholm collected 2,300 signatures against the plan.", "asserted"),
        ("Sales of the planned car in Brenholm rose 10%.", "asserted"),
        ("Larkfield plans to build 40 trucks in Brenholm.", "predicted"),
        ("Larkfield does not plan to raise its price of 40 euros.", "predicted"),
        ("Larkfield wants to build 40 trucks in Brenholm.", "predicted"),
        ("Larkfield agreed to buy Norrtal for 310 million euros.", "asserted"),
        ("The court in Brenholm could not justify the fine of 40 euros.", "asserted"),
        ("Larkfield could close 9 mills.", "hedged"),
        ("The minister did not say when the Brenholm bridge will open.", "asserted"),
        ("Ada Poe said no jury in Brenholm should have heard the 9 cases.", "asserted"),
        ("Ada Poe, who may leave, said Larkfield sold 40 trucks.", "asserted"),
        ("Ada Poe told the council that the allegations against Norrtal are false.", "asserted"),
        ("Larkfield sold 40 trucks, more than expected in Brenholm.", "asserted"),
    ],
)
def test_the_mood_is_that_of_what_is_claimed(text: str, modality: str) -> None:
    assert last_claim(text).modality == modality


def test_clauses_with_bare_subjects_are_split() -> None:
    claims = draft_of("Sales of the planned car rose 10%, and profit fell 5% to $3.2 million.").claims
    assert [(c.text, c.modality) for c in claims] == [
        ("Sales of the planned car rose 10%.", "asserted"),
        ("Profit fell 5% to $3.2 million.", "asserted"),
    ]


NEWS = {
    "en": "Larkfield sold 40 trucks to Norrtal on 3 May 2026.",
    "de": "Larkfield verkaufte am 3. Mai 2026 in Brenholm 40 Lastwagen an Norrtal.",
    "es": "Larkfield vendió el 3 de mayo de 2026 en Brenholm 40 camiones a Norrtal.",
    "fr": "Larkfield a vendu le 3 mai 2026 à Brenholm 40 camions à Norrtal.",
    "it": "Larkfield ha venduto il 3 maggio 2026 a Brenholm 40 camion a Norrtal.",
    "pt": "A Larkfield vendeu em 3 de maio de 2026 em Brenholm 40 caminhões à Norrtal.",
    "nl": "Larkfield verkocht op 3 mei 2026 in Brenholm 40 vrachtwagens aan Norrtal.",
    "ru": "Компания Ларкфилд продала 3 мая 2026 года в Бренхольме 40 грузовиков.",
    "zh": "拉克菲尔德公司2026年5月3日在布伦霍尔姆出售了40辆卡车。",
    "ja": "ラークフィールド社は2026年5月3日にブレンホルムでトラック40台を売却した。",
}


@pytest.mark.parametrize(
    ("language", "leaning"),
    [
        ("en", "She wrote hundreds of songs in Brenholm in May."),
        ("en", "Their results are published in the Brenholm Journal."),
        ("en", "This shop has been paid 40 euros by Norrtal."),
        ("de", "Das teilte das Ministerium am Mittwoch in Brenholm mit."),
        ("de", "Damit sinkt die Zahl der Werke in Brenholm auf 9."),
        ("es", "Lo anunció el martes en Brenholm el ministro Pedro Ruiz."),
        ("es", "Su jefe, Pedro Ruiz, dejó Brenholm en mayo."),
        ("fr", "Il a affirmé que le budget de Brenholm augmenterait de 4 %."),
        ("fr", "Cette usine de Brenholm compte 40 ouvriers."),
        ("it", "Questo stabilimento di Brenholm conta 40 operai."),
        ("pt", "Essa fábrica de Brenholm tem 40 operários."),
        ("nl", "Hij verliet Brenholm in mei met 40 arbeiders."),
        ("ru", "Он уехал из Бренхольма в мае с 40 рабочими."),
        ("zh", "他于5月与40名工人一起离开了布伦霍尔姆。"),
        ("ja", "彼は5月に40人の労働者とブレンホルムを去った。"),
    ],
)
def test_what_leans_on_another_sentence_is_no_highlight(language: str, leaning: str) -> None:
    texts = [h.text for h in draft_of(f"{NEWS[language]} {leaning}", language).highlights]
    assert texts == [NEWS[language]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There are 40 trucks on show in Brenholm this week."),
        ("en", "This week the council of Brenholm sold 40 trucks to Norrtal."),
        ("de", "Das Ministerium in Brenholm verkaufte am Mittwoch 40 Lastwagen an Norrtal."),
        ("fr", "Cette semaine, la ville de Brenholm a vendu 40 camions à Norrtal."),
        ("it", "Il governo di Brenholm ha venduto 40 camion a Norrtal."),
        ("es", "Este lunes la ciudad de Brenholm vendió 40 camiones a Norrtal."),
    ],
)
def test_what_only_looks_like_leaning_is_a_highlight(language: str, text: str) -> None:
    assert [h.text for h in draft_of(text, language).highlights] == [text]


def test_nothing_is_proposed_that_grounding_sets_apart() -> None:
    text = "Veja sold 40 trucks. “Nine trucks, nine trucks…” Nobody at Veja says so, for all know that it is very bad."
    article = article_of(text)
    grounded = ground(draft_of(text), article)
    assert {item.support.label for item in (*grounded.highlights, *grounded.claims)} == {"supported"}
