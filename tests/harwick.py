"""One small article that the tests of the checks share, and a way to ask a check about an item."""

from collections.abc import Sequence

from summarizer.grounding.checks import Check
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import Article, Span

SENTENCES = (
    "The Harwick city council approved a $4.2 million plan to rebuild the Tern Street bridge on Tuesday, said Mayor Anna Lind.",
    "Siemens, which built the first bridge in 1931, will not take part, the company said.",
    "Bosch sued Siemens over the original design in March.",
    "The council may raise bus fares next year if revenue falls, according to finance chief Omar Haddad.",
    "“We cannot wait any longer,” Lind told the Harwick Gazette.",
    "Rents in the district rose 5% last year while wages fell slightly.",
    "She said the bridge would reopen in May.",
    "The National Parks Trust (NPT) rejected the plan in June, and prosecutors accused a contractor, Pavel Novak, of stealing steel.",
    "Novak denied taking the steel.",
    "The company plans to open a second office in Oslo, Norway, next year.",
    "If the state agrees, work will begin in autumn.",
    "Prosecutors did not find that the mayor knew of the theft.",
)


def index_of(*sentences: str, language: str = "en", title: str | None = None) -> ArticleIndex:
    """Return the index of an article of exactly these sentences."""
    spans, text = [], ""
    for sentence in sentences:
        text += " " if text else ""
        spans.append(Span(start=len(text), end=len(text) + len(sentence)))
        text += sentence
    return ArticleIndex(Article(text=text, sentences=tuple(spans), language=language, title=title))


HARWICK = index_of(*SENTENCES, title="Harwick to rebuild its bridge")


def found(
    check: Check, item: str, evidence: Sequence[int], index: ArticleIndex = HARWICK
) -> list[tuple[str, str]]:
    """Return code and detail of what `check` says of `item`, given the numbers (from 0) of its evidence."""
    sentences = [index.sentences[place] for place in evidence]
    return [(reason.code, reason.detail) for reason in check(Reading(item, index.language), sentences, index)]
