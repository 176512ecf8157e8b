"""Who said what: read, and compared with the evidence."""

import pytest
from harwick import HARWICK, found, index_of

from summarizer.grounding import ground_item
from summarizer.grounding.checks import attribution
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.attribution import read_attributions
from summarizer.grounding.reading import Reading


@pytest.mark.parametrize(
    ("language", "text", "speaker", "verb", "content"),
    [
        ("en", "Lind said that the bridge is safe.", "Lind", "said", "the bridge is safe."),
        ("en", "The bridge is safe, the ministry said.", "the ministry", "said", "The bridge is safe"),
        ("en", "“It is safe now,” said Anna Lind, the mayor of Oslo.", "Anna Lind", "said", "“It is safe now"),
        ("en", "According to the ministry, rents rose.", "the ministry", "According to", "rents rose."),
        ("en", "Rents rose, according to Karl Huber.", "Karl Huber", "according to", "Rents rose"),
        ("en", "Siemens spokesman Karl Huber told reporters that the plant would close.", "Karl Huber", "told", "the plant would close."),
        (
            "en",
            "At a session in Beijing, Baogang’s chairman, Meng Fanying, emphasized the company’s commitment.",
            "Meng Fanying",
            "emphasized",
            "the company’s commitment.",
        ),
        ("en", "Dr. A. Osei of the Health Institute said the vaccine works.", "A. Osei", "said", "the vaccine works."),
        ("en", "Anna Lind, the mayor of Oslo, said that it would pay.", "Anna Lind", "said", "it would pay."),
        ("en", "As Rare Earth Exchanges has reported, prices fell.", "Rare Earth Exchanges", "reported", "prices fell."),
        ("en", "Lind: “The bridge is safe.”", "Lind", ":", "“The bridge is safe.”"),
        ("en", "In Lind’s view, the bridge is safe.", "Lind", "view", "the bridge is safe."),
        ("en", "Lind was quoted as saying the bridge is safe.", "Lind", "saying", "the bridge is safe."),
        ("en", "It was announced that the bridge is safe.", None, "announced", "the bridge is safe."),
        ("en", "She warned that prices may rise.", "She", "warned", "prices may rise."),
        ("en", "A spokesman for Siemens declined to comment but said it was fine.", "A spokesman for Siemens", "said", "it was fine."),
        ("en", "Outside court, Ann Lee, KC, for the firm, said it would appeal.", "Ann Lee", "said", "it would appeal."),
        ("en", "He panicked, his barrister, Ann Lee KC, told the jury.", "Ann Lee", "told", "He panicked, his barrister"),
        ("en", "The chair, Tom Ash (Labour), said it would appeal.", "Tom Ash", "said", "it would appeal."),
        ("de", "Fraktionschef Jan Weber (SPD) sagte, das reiche nicht.", "Jan Weber", "sagte", "das reiche nicht."),
        ("en", "In a nine-page decision it said the bridge is safe.", "it", "said", "the bridge is safe."),
        ("de", "Der Minister sagte, dass die Preise steigen.", "Der Minister", "sagte", "die Preise steigen."),
        ("de", "Die Preise steigen, sagte Ministerin Anna Lind.", "Anna Lind", "sagte", "Die Preise steigen"),
        ("de", "Laut Polizei gab es keine Verletzten.", "Polizei", "Laut", "gab es keine Verletzten."),
        ("es", "Según el ministro Pedro Ruiz, los precios suben.", "Pedro Ruiz", "Según", "los precios suben."),
        ("es", "El ministro dijo que los precios suben.", "El ministro", "dijo", "los precios suben."),
        ("fr", "« Nous partons », a déclaré Anne Dubois.", "Anne Dubois", "déclaré", "« Nous partons"),
        ("zh", "宝钢集团董事长孟繁英强调，公司将扩大产能。", "孟繁英", "强调", "公司将扩大产能。"),
        ("zh", "据新华社报道，产能扩大。", "新华社", "据", "产能扩大。"),
        ("ja", "警察によると、けが人はいない。", "警察", "によると", "けが人はいない。"),
        ("ar", "قال الوزير أحمد علي إن الأسعار ارتفعت", "الوزير أحمد علي", "قال", "الأسعار ارتفعت"),
        ("ar", "أوضحت رئيسة شركة «روافد للمياه» أن الأسعار ارتفعت", "رئيسة شركة «روافد للمياه»", "أوضحت", "الأسعار ارتفعت"),
        ("hi", "मंत्री ने कहा कि कीमतें बढ़ीं", "मंत्री", "कहा", "कीमतें बढ़ीं"),
    ],
)  # fmt: skip
def test_speakers_are_read(language: str, text: str, speaker: str | None, verb: str, content: str) -> None:
    (said,) = read_attributions(text, language)
    assert (said.speaker, said.verb, text[slice(*said.content)]) == (speaker, verb, content)


@pytest.mark.parametrize(
    "text",
    [
        "The United States rejected claims of fraud.",
        "Rents rose 5% last year.",
        "“I never said that to anyone” is on the wall.",
        "The survey reports are late.",
        "",
    ],
)
def test_where_nobody_speaks_nobody_is_found(text: str) -> None:
    assert read_attributions(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Lind said “we cannot wait any longer”.", "quotes"),
        ("Lind said the “old” bridge has to be closed soon.", "paraphrases"),
        ("Lind said the bridge is safe.", "paraphrases"),
    ],
)
def test_the_voice_is_that_of_the_words_said(text: str, voice: str) -> None:
    assert [said.voice for said in read_attributions(text, "en")] == [voice]


def test_she_is_the_last_person_who_spoke() -> None:
    assert HARWICK.speaker_meant(6, "She") == "Lind"


@pytest.mark.parametrize(("sentence", "pronoun"), [(0, "She"), (6, "They")])
def test_a_pronoun_that_nobody_explains_is_left_open(sentence: int, pronoun: str) -> None:
    assert HARWICK.speaker_meant(sentence, pronoun) is None


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("“We cannot wait any longer,” Mayor Anna Lind said.", 4),
        ("Anna Lind said the bridge would reopen in May.", 6),
        ("The mayor said the bridge would reopen in May.", 6),
        ("Bus fares may rise if revenue falls, finance chief Omar Haddad said.", 3),
        ("Siemens will not take part, it said.", 1),
        ("Siemens will not take part.", 1),
        ("Rents in the district rose 5% last year.", 5),
    ],
)
def test_a_kept_speaker_passes(item: str, place: int) -> None:
    assert found(attribution.check, item, [place]) == []


@pytest.mark.parametrize(
    ("item", "place", "detail"),
    [
        ("“We cannot wait any longer,” Omar Haddad said.", 4, "Omar Haddad (article: Lind)"),
        ("Omar Haddad said the bridge would reopen in May.", 6, "Omar Haddad (article: Lind)"),
        (
            "Bus fares may rise if revenue falls, according to Anna Lind.",
            3,
            "Anna Lind (article: Omar Haddad)",
        ),
        ("Rents in the district rose 5% last year, Pavel Novak said.", 5, "Pavel Novak"),
    ],
)
def test_a_changed_or_invented_speaker_is_caught(item: str, place: int, detail: str) -> None:
    assert found(attribution.check, item, [place]) == [("speaker_changed", detail)]


@pytest.mark.parametrize(
    ("speaker", "details"),
    [
        ("One of two people close to the Acme talks", []),
        (
            "One of two lawyers close to the Acme talks",
            ["One of two lawyers close to the Acme talks (article: One)"],
        ),
    ],
)
def test_one_of_several_is_the_one_who_speaks_after_them(speaker: str, details: list[str]) -> None:
    index = index_of(
        "Acme wants to build ships.",
        *["It rained in the morning."] * 6,
        "Two people close to the talks were gloomy.",
        "One said a memo puts the first ship in 2029.",
    )
    item = f"{speaker} said a memo puts the first ship in 2029."
    assert [detail for _, detail in found(attribution.check, item, [7, 8], index)] == details


NOTES = (
    "Nobody asked Ada Poe to keep notes.",
    *["Rain fell on Oslo."] * 6,
    "In 1979 she submitted a paper setting out her counts and suggesting that the mosses were in retreat.",
    "“There are no talks in Bergen,” a spokeswoman wrote in May.",
    "On the mosses, she said the count was wrong.",
)


@pytest.mark.parametrize(
    ("item", "places", "details"),
    [
        ("A paper by Ada Poe suggesting that the mosses were in retreat appeared.", [7], []),
        ("Tom Beck suggested that the mosses were in retreat.", [7], ["Tom Beck"]),
        ("An Acme spokeswoman said the count was wrong.", [8, 9], []),
        ("An Acme lawyer said the count was wrong.", [8, 9], ["An Acme lawyer"]),
    ],
)
def test_she_may_be_whom_the_title_names_or_who_spoke_before(
    item: str, places: list[int], details: list[str]
) -> None:
    article = index_of(*NOTES).article.model_copy(update={"title": "Ada Poe, botanist"})
    reasons = found(attribution.check, item, places, ArticleIndex(article))
    assert [detail for _, detail in reasons] == details


@pytest.mark.parametrize(("speaker", "flagged"), [("Karl Huber", False), ("Eva Roth", True)])
def test_he_of_whom_no_verb_says_that_he_speaks_is_the_one_named_before(speaker: str, flagged: bool) -> None:
    index = index_of(
        "Karl Huber and Eva Roth count ships in Harwick.",
        *["It rained."] * 6,
        "Huber accepts the count.",
        "It was “good work, Ingrid”.",
        "It was late.",
        "He would scrap a third of the fleet.",
    )
    item = Reading(f"{speaker} would scrap a third of the fleet.", "en")
    assert bool([*attribution.check_speaker(speaker, item, [index.sentences[10]], index)]) == flagged


@pytest.mark.parametrize(
    ("speaker", "codes"),
    [("Two people close to the talks", ["speaker_changed"]), ("One of two people close to the talks", [])],
)
def test_what_one_of_two_people_says_the_two_do_not(speaker: str, codes: list[str]) -> None:
    index = index_of("One of two people close to the talks said a sale was planned for May.")
    item = f"{speaker} said a sale was planned for May."
    assert [code for code, _ in found(attribution.check, item, [0], index)] == codes


def test_an_opinion_without_its_speaker_is_caught() -> None:
    index = index_of("Critics argued that the tower ruins the view of the harbour.")
    item = "The tower ruins the view of the harbour."
    assert found(attribution.check, item, [0], index) == [("speaker_dropped", "Critics argued")]


@pytest.mark.parametrize(
    ("speaker", "codes"),
    [("Anna Lind", []), ("She", []), ("the mayor", []), ("Omar Haddad", ["speaker_changed"])],
)
def test_the_speaker_of_a_claim_is_checked(speaker: str, codes: list[str]) -> None:
    item = Reading("The bridge would reopen in May.", "en")
    reasons = attribution.check_speaker(speaker, item, [HARWICK.sentences[6]], HARWICK)
    assert [reason.code for reason in reasons] == codes


def test_she_is_the_person_introduced_last() -> None:
    index = index_of(
        "Chief executive Tom Hale said orders were thin.",
        "Anna Brook, an analyst at the bank Lindt, cut her estimate to 12 euros.",
        "The firm will need new money, she wrote.",
    )
    assert index.speaker_meant(2, "she") == "Anna Brook"


@pytest.mark.parametrize("speaker", ["", " "])
def test_a_blank_speaker_is_nobody(speaker: str) -> None:
    item = "Anna Lind told the Gazette that Harwick cannot wait."
    assert ground_item(item, (5,), HARWICK, speaker)[1] == ground_item(item, (5,), HARWICK)[1]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("One claimed that prices would fall.", ["One"]),
        ("The plant has one announced customer.", []),
        ("The mayor, Anna Lind, said she told the council in May.", ["Anna Lind", "she"]),
        ("After Acme cut jobs, president said the plan was dead.", ["president"]),
    ],
)
def test_participles_and_bare_titles_are_told_apart(text: str, speakers: list[str]) -> None:
    assert [said.speaker for said in read_attributions(text, "en")] == speakers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Im Mai waren 37 Prozent der Züge unpünktlich, so viele wie noch nie."),
        ("de", "Die Akten werden vernetzt, so dass die Daten getauscht werden können."),
        ("de", "Versicherte sollen selbst entscheiden können, welche Daten sie speichern."),
        ("en", "Anna Lind did not offer a response when asked about the plan."),
        ("en", "A lamp gives messages from the car, such as suggesting a lane change."),
        ("en", "Reported revenue fell 2.1% to 3 million euros."),
        ("en", "The office of the auditor released two critical reports that depicted delays."),
        (
            "en",
            "Officials wonder if more purchases, promises of access, and pledges to protect Acme are enough.",
        ),
        ("en", "Captain Jack Roth went after Eva Brook in May."),
        ("en", "The first thing they found out is that Anna Lind lives in Oslo."),
        ("en", "About 44 percent of voters say they want an inquiry."),
        ("ru", "Мой девиз: «Надо любить то, что делаешь»."),
    ],
)
def test_nobody_is_made_a_speaker(language: str, text: str) -> None:
    assert read_attributions(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "speaker", "verb"),
    [
        ("de", "Die Preise steigen, so der Verband.", "Verband", "so"),
        ("de", "Bisher sind nach Angaben des Konzerns erst 620 Kilometer fertig.", "Konzern", "nach Angaben"),
        ("de", "Nach Angaben der Polizei wurden drei Menschen verletzt.", "Polizei", "Nach Angaben"),
        ("de", "Das teilte das Ministerium am Mittwoch mit.", "das Ministerium", "teilte"),
        ("en", "The Harwick Commission on soil and health found that 9 people died.", "Harwick Commission", "found"),
        ("en", "The Harwick Institute on Aging said prices fell.", "Harwick Institute on Aging", "said"),
        ("en", "“It works,” Pavel Novak and his team wrote in the paper.", "Pavel Novak and his team", "wrote"),
        ("en", "Acme, which builds rockets, said an engine that ran hotter than expected had failed.", "Acme", "said"),
        ("en", "Acme, which had 40 staff, said the mill lost money.", "Acme", "said"),
        ("en", "Rain falls on Titan, said study author Anna Lind, a fellow.", "Anna Lind", "said"),
        ("en", "Omar Haddad — whose father led the Care Office in the state — promised to help.", "Omar Haddad", "promised"),
        ("en", "Omar Haddad, the brother of the heir to the throne, Karl, has told friends that it rained.", "Omar Haddad", "told"),
        ("en", "HARWICK, N.Y. — Hours before the game, coach Omar Haddad praised the team, saying it scores.", "Omar Haddad", "saying"),
    ],
)  # fmt: skip
def test_the_speaker_is_the_whole_noun_phrase_that_speaks(
    language: str, text: str, speaker: str, verb: str
) -> None:
    (said,) = [said for said in read_attributions(text, language) if said.verb == verb]
    assert (said.speaker, said.verb) == (speaker, verb)


@pytest.mark.parametrize(
    ("language", "met", "said", "speaker", "other"),
    [
        ("en", "Minister Emil Lund met Anna Brook on Friday.", "He said the port would cost 48 million euros.", "Emil Lund", "Anna Brook"),
        ("en", "Minister Emil Lund met Anna Brook on Friday.", "She said the port would cost 48 million euros.", "Anna Brook", "Emil Lund"),
        ("de", "Minister Jan Dorn traf am Freitag Maria Lenz.", "Er sagte, der Hafen koste 48 Millionen Euro.", "Jan Dorn", "Maria Lenz"),
        ("es", "El ministro Juan Ruiz recibió el viernes a María Gil.", "Ella dijo que el puerto costaría 48 millones de euros.", "María Gil", "Juan Ruiz"),
        ("fr", "Le ministre Luc Dorval a reçu Claire Petit vendredi.", "Elle a dit que le port coûterait 48 millions d’euros.", "Claire Petit", "Luc Dorval"),
    ],
)  # fmt: skip
def test_a_pronoun_is_nobody_of_the_other_sex(
    language: str, met: str, said: str, speaker: str, other: str
) -> None:
    """As far as a given name tells."""
    index = index_of(met, said, language=language)
    told = said.split(" ", 1)[1]
    labels = [ground_item(f"{who} {told}", (), index)[1].label for who in (speaker, other)]
    assert labels == ["supported", "partial"]
