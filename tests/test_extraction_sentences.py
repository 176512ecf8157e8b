"""Where sentences begin and end, in the languages of the news."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.extraction import extract
from summarizer.extraction.sentences import split
from summarizer.fetch import Page
from summarizer.schema import Span

# A bar stands where one sentence ends and the next begins.
CASES = {
    "en": """
        The U.S. Senate voted on Tuesday.|It was late.
        He lives in the U.S.|The vote came late.
        Apple Inc. sued Bosch Ltd. in May.|Bosch replied.
        They sued Siemens Inc.|The plan failed.
        Rents rose 4.5% in May.|Wages fell 0.3% in June.
        It cost $4.2 million.|See www.harwick.gov for more.
        “We cannot wait,” Lind said.|“It is too late.”
        “We cannot wait. It is late,” Lind said.|Nobody replied.
        “Why now?” Lind asked.|Nobody knew.
        "Stop!" he cried.|They ran.
        J. R. R. Tolkien wrote it.|J.K. Rowling did not.
        George W. Bush spoke.|He left.
        Dr. Lind met Gov. Haddad at 5 p.m. on Jan. 5.|They talked.
        She moved to Washington, D.C. in May.|He stayed.
        No. 10 was silent.|Lind said no.|Haddad was ill.|Doctors came.
        Polls close at 8 p.m. Tuesday in Ohio, where Lind leads.|It is late.
        It opens from 9 a.m. EDT on Fridays to 6 P.M. Eastern.|Then it shuts.
        He called at 10 a.m. London time.|She rang at 4 p.m. New York time, he said.|He left at 5 p.m. Jan. 3.
        He left at 5 p.m.|He was tired.|She left at 5 p.m.|NATO met.|They came at 6 a.m.|Monday’s vote was lost.
        He left at 5 p.m.|This time he ran.|She left at 5 p.m.|Extra time was played.|They left at 6 p.m.|May was late.
        He rang at 5 p.m.|AT&T did not.|She rang at 6 p.m.|London voted first.|Octopus 3 won.
        1. Power.|The smelter was shut.|It cost $5.
        Is it late?|Yes!|They waited… and left.""",
    "de": """
        Am 5. Mai stimmte der Rat zu.|Die Kosten stiegen um 4,5 Prozent.
        Im 19. Jahrhundert war das anders.|Heute nicht.
        Dr. Lind sprach z. B. mit Herrn Haddad.|Er schwieg.
        „Wir warten nicht“, sagte Lind.|Der Rat schwieg.
        Er wurde 65.|Die Feier war am 3. Juni.
        Der Bescheid wurde übergeben.|448 Millionen Euro trägt der Bund, einschl. 5 Millionen aus Nr. 3.
        Sie wohnt in der Friedrichstr. 12.|Die Bundesstr. 3 ist zu, die Anna-Lind-Str. 4 auch.
        Er wohnt in der Hauptstr.|Dort ist es laut.""",
    "fr": """
        La loi du 3 janv. 2024 tombe.|Le 5 févr. 2024, Lind partit.
        Selon l’art. 49, il part.|L'art. 3 le dit.
        C'est de l'art.|Rien de plus.""",
    "es": """
        El Sr. Haddad habló.|¿Por qué ahora?|Nadie lo sabe.
        EE. UU. votó el martes.|La Dra. Lind no fue.
        Costó 4,5 millones.|¡Basta! dijo Lind.
        E.ON bajó.|RWE subió.
        El alcalde dijo que no.|Lind se fue.
        Hubo aprox. 30 personas.|Eran 30 aprox.|El resto se fue.
        El obispo Mons. Silva habló.|Vive en Mons.|El alcalde no.
        El presidente viajó a EE.UU.|El ministro se quedó.|El plan de EE. UU.|En mayo se votó.
        El gobierno de EE.UU. anunció su plan.|Lo dijo el embajador de EE.UU. Juan Silva.""",
    "zh": """
        市长说：“我们不能再等了。”|议会投票通过。|费用为4.5亿元！
        “不能等了！”林德说。|没有人回答。
        市场反应温和。|13日，均价上涨。|他说：“要等。13日再看。”""",
    "ja": """
        市長は「もう待てない。」と述べた。|議会は可決した。
        市長は「待つ。7日に決める」と述べた。|13日に終わる。
        費用は4.5億円だ。|いつ終わるのか？|誰も知らない。""",
    "ar": """
        وافق المجلس على الخطة.|هل تكفي الأموال؟|لا أحد يعرف.
        قال د. أحمد إن الكلفة 4.5 مليون.|رفض المجلس.""",
    "hi": """
        परिषद ने योजना मंज़ूर की।|लागत 4.5 करोड़ है।|क्या यह काफ़ी है?
        डॉ. लिंड ने कहा।|वह चली गईं।
        उन्हें रु. 500 करोड़ मिले।|गाँव 50 कि.मी. दूर है।|शहर 5 कि. मी. दूर है।
        मो. शमी आए।|वह स्व. अटल के साथ थे।|बी.जे.पी. ने कहा।
        यह सही था.|वह थी.|लोग गए.""",
}
LINES = [(language, line.strip()) for language, lines in CASES.items() for line in lines.strip().split("\n")]
PIECES = st.sampled_from(
    [*'aB.!?…。！？।؟"“”’«»「」() \n\t\u00a0¿5', "\n\n", " \n \n", "U.S. ", "Inc. ", "4.5", "J. R.", "5. Mai", "市长", "कहा", "قال", "é", "👩‍🚀", "\u0301", "May. Lind"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def whole(text: str, spans: tuple[Span, ...]) -> bool:
    """Return whether `spans` lie in `text`, in order, apart, bare of space, and leave nothing but space."""
    end = 0
    for span in spans:
        sentence = text[span.start : span.end]
        if not end <= span.start < span.end <= len(text) or sentence != sentence.strip():
            return False
        if text[end : span.start].strip():
            return False
        end = span.end
    return not text[end:].strip()


@pytest.mark.parametrize(("language", "line"), LINES)
def test_sentences_end_where_a_reader_would_end_them(language: str, line: str) -> None:
    sentences = line.split("|")
    text = ("" if language in {"zh", "ja"} else " ").join(sentences)
    assert [text[span.start : span.end] for span in split(text, language)] == sentences


@given(TEXTS, st.sampled_from([*CASES, "fr", "ru", "ko", "nl", "xx"]))
@example("B\xa0.’👩\u200d🚀B", "en")
@example("A\u3000.B", "ko")
@settings(max_examples=300, deadline=None)
def test_sentences_hold_all_of_the_text_but_space(text: str, language: str) -> None:
    assert whole(text, split(text, language))


@given(st.lists(TEXTS, max_size=5))
@settings(max_examples=60, deadline=None)
def test_sentences_of_an_article_hold_all_of_its_text_but_space(paragraphs: list[str]) -> None:
    known = "The Harwick council approved a plan on Tuesday to rebuild the bridge on Tern Street. Nobody objected."
    content = "\n\n".join((known, *paragraphs, known)).encode()
    article = extract(Page(content, None, "page", "text"), filter_boilerplate=False).article
    assert article.text.startswith(known)
    assert whole(article.text, article.sentences)


def test_no_sentence_crosses_a_blank_line() -> None:
    spans = split("Who pays\n\nThe city\n \npays.", "en")
    assert [(span.start, span.end) for span in spans] == [(0, 8), (10, 18), (21, 26)]


def test_a_sentence_is_found_wherever_it_stands_in_a_long_paragraph() -> None:
    sentence = "NATO met in Harwick on Tuesday, to agree on money."
    spans = split(" ".join([sentence] * 500), "en")
    assert [(span.start, span.end) for span in spans] == [(51 * n, 51 * n + 50) for n in range(500)]
